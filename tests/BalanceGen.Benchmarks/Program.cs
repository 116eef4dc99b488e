using BalanceGen.Benchmarks;
using BenchmarkDotNet.Running;

// "compare [--peers] [--c] [--all] [--write] [part of a name]": samplers and their baselines by turns, one JSON line each on standard output and their
// ratios on standard error, in one to six minutes; with the cases of PyTorch, NumPy and imbalanced-learn; with loops in C; with every other sampler and
// two threads; and the figures written into the tables of README.md and docs/performance.md.
// "stream [million rows]": streaming operators beside a loop by hand and Python. "loader": cost of a batch, overlap of slow decoders.
// "counting": the build-time counter of labelled files beside reading their lines.
// "count-files [--rows CSV PARQUET] PROGRAM...": programs balancegen on delimited text and Parquet beside DuckDB, cut | sort | uniq and pandas.
// "generation [--generators-alone]": a cold run of the generator and the analyzers on 1,000 types, without and with counts, beside the generators of the SDK.
// "own-share": what of a full build of 1,000 records is the package's, beside a generator that only asks for the attribute.
// "file-classes": what an editor pays for one record whose classes a file lists, on a new project and after edits.
// "count-edit": how long the squiggle of an edited count file takes in a solution of 1,000 records.
// "many-labels [part of a name]": a build of one record with up to 20,000 labels.
// "raw blocks|philox [seed]": the random words as bytes without end, for dieharder; see docs/randomness.md.
// "labels": counting and copying the classes of ten million rows beside a loop by hand and LINQ, two JSON lines a label kind.
// "lookups": from a class name to its index beside dictionaries and a switch, a JSON line for each number of names.
// "tables": making a sampler with and without tables of the compiler.
// "order": what the class order of a balanced sampler looks like, a line for each number of classes.
// Otherwise BenchmarkDotNet's own options.
switch (args)
{
    case ["compare", ..]:
        Comparison.Run(
            args.Skip(1).FirstOrDefault(word => !word.StartsWith("--", StringComparison.Ordinal)) ?? "",
            args.Contains("--peers"),
            args.Contains("--c"),
            args.Contains("--all"),
            args.Contains("--write"));
        return 0;
    case ["stream", ..]:
        StreamMeasurement.Run(args[1..]);
        return 0;
    case ["labels"]:
        LabelMeasurement.Run();
        return 0;
    case ["lookups"]:
        LookupMeasurement.Run();
        return 0;
    case ["order"]:
        OrderMeasurement.Run();
        return 0;
    case ["tables"]:
        TableMeasurement.Run();
        return 0;
    case ["generation", ..]:
        GenerationMeasurement.Run(isAnalysed: !args.Contains("--generators-alone"));
        return 0;
    case ["own-share"]:
        await OwnShareMeasurement.RunAsync();
        return 0;
    case ["file-classes"]:
        FileClassesMeasurement.Run();
        return 0;
    case ["count-edit"]:
        await CountEditMeasurement.RunAsync();
        return 0;
    case ["many-labels", ..]:
        ManyLabelsMeasurement.Run(args.ElementAtOrDefault(1) ?? "");
        return 0;
    case ["counting"]:
        CountingMeasurement.Run();
        return 0;
    case ["count-files", ..]:
        return CountFilesMeasurement.Run(args[1..]);
    case ["raw", "blocks" or "philox", ..]:
        RawWords.Run(args[1], args.Length > 2 ? long.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 1);
        return 0;
    case ["loader"]:
        await LoaderMeasurement.RunAsync();
        return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(SamplerBenchmarks).Assembly).Run(args);
return 0;
