namespace BalanceGen.Tool.Commands;

/// <summary><c>balancegen count</c>: how many rows each class has.</summary>
internal static class CountCommand
{
    private const int BarWidth = 30;

    public static Command Create(Session session)
    {
        var command = new ExampleCommand(
            "count",
            "Counts the rows of every class.",
            "balancegen count train.csv -l breed",
            "balancegen count 'part-*.parquet' -l breed --csv > breed.classcounts.csv",
            "balancegen count images/ --json");
        var input = new InputArguments(command);
        var csv = new Option<bool>("--csv") { Description = "As a class-count file: what the record's ClassCounts names." };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead of standard output.", HelpName = "file" };
        command.AddAll(csv, json, output);
        command.SetAction((arguments, cancellation) =>
        {
            InputOptions options = input.Read(arguments);
            bool isQuiet = input.IsQuiet(arguments);
            using LabelledData data = LabelledData.Load(options, withRows: false, session.Progress(isQuiet), cancellation);
            string? path = arguments.GetValue(output);
            if (arguments.GetValue(csv))
            {
                Texts.Write(session, path, ToCsv(data.Counts));
                WriteNotes(session, data, isQuiet);
            }
            else if (arguments.GetValue(json))
            {
                Texts.Write(session, path, JsonTexts.Write(CountDocument.Of(data)));
            }
            else
            {
                var text = new StringWriter(CultureInfo.InvariantCulture);
                Show(path is null ? session.Screen() : new Screen(text, isTerminal: false), data);
                if (path is not null)
                {
                    Texts.Write(session, path, text.ToString());
                }
            }

            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    /// <summary>The format of class-count files: every class in its order, classes without rows too.</summary>
    public static string ToCsv(ClassCounts counts) => "label,count\n" + string.Concat(counts.Classes.Names.ToArray().Select((name, index) =>
        string.Create(CultureInfo.InvariantCulture, $"{CsvField.Of(name)},{counts[index]}\n")));

    private static void Show(Screen screen, LabelledData data)
    {
        ClassCounts counts = data.Counts;
        screen.Say(Verdict.Of(data), "bold");
        screen.Say($"{data.Input.Description}; label: {data.Input.LabelName}", "dim");
        screen.Blank();
        long most = counts.Values.ToArray().Max();
        screen.Table(
            ["<class", "rows", SummaryRows.ShareName(data.MultiLabel is not null), "<"],
            Ranking.MostFrequentFirst(counts).Select(index => new[]
            {
                VisibleText.Of(counts.Classes[index]),
                Figures.Count(counts[index]),
                Figures.Percent(counts.ShareOf(index)),
                counts[index] == 0 ? "(no rows)" : new string('█', (int)Math.Max(1, Math.Round((double)BarWidth * counts[index] / most))),
            }));
        screen.Blank();
        screen.Say($"{Figures.Plural(data.Cells.Rows, "row", "rows")}, {Figures.Plural(counts.Classes.Count, "class", "classes")}");
        if (data.Cells.Missing > 0)
        {
            screen.Say($"{Figures.Plural(data.Cells.Missing, "row has", "rows have")} no label", "yellow");
        }
    }

    private static void WriteNotes(Session session, LabelledData data, bool isQuiet)
    {
        if (!isQuiet && data.Cells.Missing > 0)
        {
            session.Error.WriteLine($"note: {Figures.Plural(data.Cells.Missing, "row has", "rows have")} no label and {(data.Cells.Missing == 1 ? "is" : "are")} not counted");
        }
    }
}
