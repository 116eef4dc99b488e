using System.Diagnostics;
using System.Globalization;
using BalanceGen;
using BalanceGen.Evaluation;
using MlNet;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string? file = args is ["--data", var given] ? given : args is [] ? Find("page-blocks", "page-blocks.csv") : args is ["--yeast"] ? Find("yeast", "yeast.data") : null;
if (args is not ([] or ["--data", _] or ["--yeast"]))
{
    Console.Error.WriteLine("dotnet run -c Release --project samples/MlNet -- [--yeast | --data page-blocks.csv | --data yeast.data]");
    return 2;
}

if (file is not null && !File.Exists(file))
{
    Console.Error.WriteLine($"The file {file} does not exist. It is the UCI data set \"Page Blocks Classification\" as CSV: a header, ten numbers, the class 1 to 5; or \"Yeast\", whose name ends in .data.");
    return 1;
}

var time = Stopwatch.StartNew();
if (file is not null && file.EndsWith(".data", StringComparison.OrdinalIgnoreCase))
{
    IndexedDataset<Yeast> proteins = Yeast.Classes.Index(Files.ReadYeast(file));
    Print(proteins.Counts, new TrainerComparison<Yeast>(proteins, columns => columns.Vector("Features", 8, (in protein, values) => protein.Measures.CopyTo(values)), folds: 5).Run);
}
else if (file is not null)
{
    IndexedDataset<PageBlock> blocks = PageBlock.Classes.Index(Files.ReadPageBlocks(file));
    Print(blocks.Counts, new TrainerComparison<PageBlock>(blocks, columns => columns.Vector("Features", 10, (in block, values) => block.Measures.CopyTo(values)), folds: 3).Run);
}
else
{
    Console.WriteLine("The data set is not beside the repository (UCI Machine Learning Repository; pass it with --data FILE).");
    Console.WriteLine("Instead: written digits, of which the larger ones are made rare.");
    Console.WriteLine();
    IndexedDataset<Numeral> digits = Numeral.Classes.Index(Files.ReadThinnedDigits());
    Print(digits.Counts, new TrainerComparison<Numeral>(digits, columns => columns.Vector("Features", 64, (in image, values) => image.Pixels.CopyTo(values)), folds: 3).Run);
}

Console.WriteLine($"{time.Elapsed.TotalSeconds:F1} s");
return 0;

static void Print(ClassCounts counts, Func<string, string, EvaluationReport> run)
{
    Console.WriteLine(counts);
    Console.WriteLine();
    Console.WriteLine($"{"",-24}{"accuracy",9}{"balanced",9}{"macro F1",9}  recall of {string.Join("", counts.Classes.Names.ToArray().Select(name => $"{name,6}"))}");
    foreach (string trainer in Trainers.Names)
    {
        foreach (string treatment in TrainerComparison<PageBlock>.Treatments)
        {
            EvaluationReport report = run(trainer, treatment);
            string recalls = string.Join("", report.Scores.ToArray().Select(score => $"{score.Recall,6:F2}"));
            Console.WriteLine($"{trainer,-10}{treatment,-14}{report.Accuracy,9:F3}{report.BalancedAccuracy,9:F3}{report.MacroF1,9:F3}{"",12}{recalls}");
        }
    }
}

// Beside the repository, or not.
static string? Find(string set, string name)
{
    for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
    {
        string candidate = Path.Combine(folder.FullName, "shared", "data", set, name);
        if (File.Exists(candidate))
        {
            return candidate;
        }
    }

    return null;
}
