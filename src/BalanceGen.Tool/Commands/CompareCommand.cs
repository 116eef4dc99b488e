namespace BalanceGen.Tool.Commands;

/// <summary><c>balancegen compare</c>: train, validation and test side by side.</summary>
internal static class CompareCommand
{
    private const int MostClasses = 60;

    public static Command Create(Session session)
    {
        var command = new ExampleCommand(
            "compare",
            "Compares splits: shares, missing classes, drift from the first, and rows that are in two of them.",
            "balancegen compare train.csv val.csv test.csv -l breed",
            "balancegen compare train.parquet test.parquet -l finding --id patient_id",
            "balancegen compare data/train data/test --json");
        var input = new InputArguments(command, "The splits: a file, a glob or a folder each.");
        var id = new Option<string[]>("--id") { Description = "Columns that name a row or a group: a value in two splits is a leak.", HelpName = "column", DefaultValueFactory = _ => [] };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        command.AddAll(id, json);
        command.SetAction((arguments, cancellation) =>
        {
            InputOptions options = input.Read(arguments);
            if (options.Paths.Count < 2)
            {
                throw new InputException("compare needs two inputs or more", advice: "name train, validation and test");
            }

            ProgressLine progress = session.Progress(input.IsQuiet(arguments));
            using var database = new Database();
            var splits = new List<LabelledData>();
            try
            {
                foreach (string path in options.Paths)
                {
                    splits.Add(LabelledData.Load(options with { Paths = [path] }, withRows: false, progress, cancellation, database));
                }

                SplitComparison comparison = InputComparison.Compare(NamesOf(options.Paths), splits, arguments.GetValue(id)!, progress, cancellation);
                if (arguments.GetValue(json))
                {
                    session.Out.WriteLine(JsonTexts.Write(new { classes = comparison.Counts[0].Classes.Names.ToArray(), comparison.Names, comparison.RowsOfClasses, comparison.MissingClasses, comparison.Drifts, comparison.Leaks }));
                }
                else
                {
                    Show(session.Screen(), comparison);
                }
            }
            finally
            {
                splits.ForEach(split => split.Dispose());
            }

            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    /// <summary>File names where they differ, else whole paths.</summary>
    private static string[] NamesOf(IReadOnlyList<string> paths)
    {
        string[] names = [.. paths.Select(path => Path.GetFileName(Path.TrimEndingDirectorySeparator(path)))];
        return names.Distinct(StringComparer.Ordinal).Count() == names.Length ? names : [.. paths];
    }

    private static void Show(Screen screen, SplitComparison comparison)
    {
        int missing = comparison.MissingClasses.Sum(classes => classes.Count);
        long leaked = comparison.Leaks.Sum(leak => leak.Rows);
        double drift = comparison.Drifts.Max(some => some.LargestDifference);
        string verdict = leaked > 0 ? $"Leaking: {Figures.Plural(leaked, "row is", "rows are")} in two splits"
            : missing > 0 ? "Some splits lack classes that others have"
            : drift > 0.05 ? $"The shares differ by up to {Figures.Percent(drift)}"
            : "The splits look alike, and no row is in two of them";
        screen.Say(verdict + ".", "bold");
        screen.Blank();
        SplitTexts.Write(screen, comparison);
        ClassSet classes = comparison.Counts[0].Classes;
        double Difference(int index) => comparison.Counts.Max(counts => counts.ShareOf(index)) - comparison.Counts.Min(counts => counts.ShareOf(index));
        int[] shown = [.. Enumerable.Range(0, classes.Count).OrderByDescending(Difference).ThenBy(index => index)];
        screen.Heading(shown.Length > MostClasses ? $"Shares; the {MostClasses} of {Figures.Count(shown.Length)} classes that differ most" : "Shares, the largest difference first");
        screen.Table(
            ["<class", .. comparison.Names],
            shown[..Math.Min(MostClasses, shown.Length)].Select(index => (string[])
            [
                VisibleText.Of(classes[index]),
                .. comparison.Counts.Select(counts => counts[index] == 0 ? "(no rows)" : Figures.Percent(counts.ShareOf(index))),
            ]));
    }
}
