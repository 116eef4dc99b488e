namespace BalanceGen.Tool.Commands;

/// <summary><c>balancegen report</c>: everything about a class distribution and what it does to training.</summary>
internal static class ReportCommand
{
    public static Command Create(Session session)
    {
        var command = new ExampleCommand(
            "report",
            "Says what a class distribution will do to training, and what to do about it.",
            "balancegen report train.csv -l breed",
            "balancegen report train.csv -l breed -o report.html -o report.json",
            "balancegen report images/ --batch 128",
            "balancegen report chest.csv -l findings --separator '|' --split-column fold");
        var input = new InputArguments(command);
        var output = new Option<string[]>("--output", "-o") { Description = "Write to this file; .html, .md and .json say how. May be given several times.", HelpName = "file", DefaultValueFactory = _ => [] };
        var json = new Option<bool>("--json") { Description = "As JSON on standard output." };
        var batch = new Option<int>("--batch") { Description = "The rows of a batch.", HelpName = "rows", DefaultValueFactory = _ => 32 };
        var epochs = new Option<int>("--epochs") { Description = "The epochs that samplers are traced over.", HelpName = "number", DefaultValueFactory = _ => 10 };
        var folds = new Option<int>("--folds") { Description = "The folds that classes should have rows for.", HelpName = "number", DefaultValueFactory = _ => 5 };
        var seed = new Option<long>("--seed") { Description = "The seed of every draw.", HelpName = "number", DefaultValueFactory = _ => 42 };
        var id = new Option<string[]>("--id") { Description = "Columns that name a row: they do not count as its content.", HelpName = "column", DefaultValueFactory = _ => [] };
        var split = new Option<string?>("--split-column") { Description = "The column that names the split of a row.", HelpName = "column" };
        var predictions = new Option<string?>("--predictions") { Description = "A table with the columns label and prediction.", HelpName = "file" };
        command.AddAll(output, json, batch, epochs, folds, seed, id, split, predictions);

        foreach (Option<int> number in (Option<int>[])[batch, epochs, folds])
        {
            number.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<int>() < 1)
                {
                    result.AddError($"{number.Name} must be at least 1.");
                }
            });
        }

        command.SetAction((arguments, cancellation) =>
        {
            string[] paths = arguments.GetValue(output)!;
            if (paths.FirstOrDefault(path => Path.GetExtension(path).ToLowerInvariant() is not (".html" or ".htm" or ".md" or ".json")) is { } unknown)
            {
                throw new InputException($"'{unknown}' is neither .html, .md nor .json", advice: "the ending says how the report is written");
            }

            bool isQuiet = input.IsQuiet(arguments);
            ProgressLine progress = session.Progress(isQuiet);
            using LabelledData data = LabelledData.Load(input.Read(arguments), withRows: true, progress, cancellation);
            ImbalanceReport report = ReportBuilder.Build(
                data,
                new ReportOptions(
                    arguments.GetValue(batch),
                    arguments.GetValue(epochs),
                    arguments.GetValue(folds),
                    arguments.GetValue(seed),
                    arguments.GetValue(id)!,
                    arguments.GetValue(split),
                    arguments.GetValue(predictions),
                    CommandLine: "balancegen " + string.Join(' ', session.Arguments.Select(Quoted))),
                progress,
                cancellation);
            // All of them are made before the first is written.
            string[] texts = [.. paths.Select(path => Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".md" => MarkdownReport.Write(report),
                ".json" => JsonTexts.Write(report) + "\n",
                _ => HtmlReport.Write(report),
            })];
            foreach ((string path, string text) in paths.Zip(texts))
            {
                AtomicFile.WriteText(path, text);
            }

            if (arguments.GetValue(json))
            {
                session.Out.WriteLine(JsonTexts.Write(report));
            }
            else if (paths.Length == 0)
            {
                TerminalReport.Write(session.Screen(), report);
            }
            else if (!isQuiet)
            {
                session.Out.WriteLine(report.Verdict);
                session.Out.WriteLine($"written: {string.Join(", ", paths)}");
            }

            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static string Quoted(string argument) => argument.AsSpan().IndexOfAny(" '\"*?|&;<>()$`\\") >= 0 ? $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'" : argument;
}
