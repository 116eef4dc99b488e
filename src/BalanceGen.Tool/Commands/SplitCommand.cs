namespace BalanceGen.Tool.Commands;

/// <summary><c>balancegen split</c>: stratified subsets and folds, as files or as row numbers.</summary>
internal static class SplitCommand
{
    public static Command Create(Session session)
    {
        var command = new ExampleCommand(
            "split",
            "Splits rows so that every subset has the class shares of the whole: the same rows as the library's Split and KFold.",
            "balancegen split train.csv -l breed --test 0.2",
            "balancegen split train.csv -l breed --test 0.2 --validation 0.1 -o splits",
            "balancegen split scans.parquet -l finding --folds 5 --group patient_id --rows");
        var input = new InputArguments(command);
        var test = new Option<double>("--test") { Description = "The share of the test subset.", HelpName = "share", DefaultValueFactory = _ => 0.2 };
        var validation = new Option<double>("--validation") { Description = "The share of a validation subset.", HelpName = "share" };
        var folds = new Option<int?>("--folds") { Description = "Folds instead of subsets.", HelpName = "number" };
        var group = new Option<string?>("--group") { Description = "A column whose rows of one value lie in one subset: patients, users, videos.", HelpName = "column" };
        Option<long> seed = SamplingOptions.Seed();
        Option<RareClassPolicy> rareClasses = SamplingOptions.RareClasses();
        var numbers = new Option<bool>("--rows") { Description = "Write row numbers from 0, one a line, instead of rows." };
        var output = new Option<string>("--output", "-o") { Description = "The folder to write to.", HelpName = "folder", DefaultValueFactory = _ => "." };
        var json = new Option<bool>("--json") { Description = "Say as JSON what was written." };
        command.AddAll(test, validation, folds, group, seed, rareClasses, numbers, output, json);

        command.SetAction((arguments, cancellation) =>
        {
            bool isQuiet = input.IsQuiet(arguments);
            ProgressLine progress = session.Progress(isQuiet);
            using LabelledData data = LabelledData.Load(input.Read(arguments), withRows: true, progress, cancellation);
            data.ThrowIfUndeclared();
            Check(data, arguments.GetValue(test), arguments.GetValue(validation), arguments.GetValue(folds));
            IReadOnlyList<(string Name, RowIndex Rows)> subsets = arguments.GetValue(folds) is { } count
                ? Splitter.Folds(data, count, arguments.GetValue(group), arguments.GetValue(seed), arguments.GetValue(rareClasses), cancellation)
                : Splitter.Subsets(data, arguments.GetValue(test), arguments.GetValue(validation), arguments.GetValue(group), arguments.GetValue(seed), arguments.GetValue(rareClasses), cancellation);
            using var writer = new RowWriter(data, cancellation);
            var written = new List<SubsetEntry>();
            foreach ((string name, RowIndex rows) in subsets)
            {
                bool areNumbers = arguments.GetValue(numbers);
                string path = Path.Combine(arguments.GetValue(output)!, name + (areNumbers ? ".rows.txt" : writer.Extension));
                if (areNumbers)
                {
                    writer.WriteNumbers(path, RowWriter.RowsOf(rows));
                }
                else
                {
                    writer.WriteSubset(path, rows);
                }

                written.Add(new SubsetEntry(name, path, rows.RowCount, rows.Counts.Values.ToArray()));
            }

            writer.Commit();
            Say(session, data, written, arguments.GetValue(json), isQuiet);
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static void Check(LabelledData data, double test, double validation, int? folds)
    {
        if (!data.HasRows)
        {
            throw new InputException("a table of counts has no rows to split", advice: "give the rows themselves");
        }

        if (folds is < 2)
        {
            throw new ArgumentException("--folds must be at least 2.");
        }

        if (!(test > 0 && validation >= 0 && test + validation < 1))
        {
            throw new ArgumentException("--test must be above 0, and with --validation below 1.");
        }
    }

    private static void Say(Session session, LabelledData data, List<SubsetEntry> written, bool asJson, bool isQuiet)
    {
        if (asJson)
        {
            session.Out.WriteLine(JsonTexts.Write(new { classes = data.Classes.Names.ToArray(), subsets = written }));
        }
        else if (!isQuiet)
        {
            Screen screen = session.Screen();
            screen.Table(["<subset", "rows", "<file"], written.Select(subset => (string[])[subset.Name, Figures.Count(subset.Rows), subset.File]));
            long left = data.Cells.Rows - data.Index.RowCount;
            if (left > 0)
            {
                session.Error.WriteLine($"note: {Figures.Plural(left, "row without a label is", "rows without a label are")} in no subset");
            }
        }
    }
}
