namespace BalanceGen.Tool.Commands;

/// <summary><c>balancegen check</c>: fails a build when the data drift.</summary>
internal static class CheckCommand
{
    public static Command Create(Session session)
    {
        var command = new ExampleCommand(
            "check",
            "Checks labelled data against limits. Exit code 0: all are kept, 1: one is not, 2: the input cannot be used. Without an option: every declared class has rows, every row a label, every label a class.",
            "balancegen check train.csv -l breed --min-rows 20 --max-ratio 100",
            "balancegen check train.csv -l breed --classes classes.txt --no-new --no-missing --sarif check.sarif",
            "balancegen check today.parquet -l kind --reference train.parquet --max-drift 0.01");
        var input = new InputArguments(command);
        var minimumRows = new Option<long?>("--min-rows") { Description = Checker.Rules["min-rows"], HelpName = "rows" };
        var maximumRatio = new Option<double?>("--max-ratio") { Description = Checker.Rules["max-ratio"], HelpName = "ratio" };
        var maximumShare = new Option<double?>("--max-share") { Description = Checker.Rules["max-share"], HelpName = "share" };
        var noEmpty = new Option<bool>("--no-empty") { Description = Checker.Rules["no-empty"] };
        var noNew = new Option<bool>("--no-new") { Description = Checker.Rules["no-new"] };
        var noMissing = new Option<bool>("--no-missing") { Description = Checker.Rules["no-missing"] };
        var noConflicts = new Option<bool>("--no-conflicts") { Description = Checker.Rules["no-conflicts"] };
        var noVariants = new Option<bool>("--no-variants") { Description = Checker.Rules["no-variants"] };
        var reference = new Option<string?>("--reference") { Description = "An input of the same label to measure drift from.", HelpName = "input" };
        var maximumDrift = new Option<double?>("--max-drift") { Description = "With --reference: the largest Jensen–Shannon divergence, of 0 to 1.", HelpName = "number" };
        var minimumP = new Option<double?>("--min-p") { Description = "With --reference: the smallest p-value of the chi-square test.", HelpName = "number" };
        var id = new Option<string[]>("--id") { Description = "With --no-conflicts: columns that name a row and are not its content.", HelpName = "column", DefaultValueFactory = _ => [] };
        var sarif = new Option<string?>("--sarif") { Description = "Write the violations as SARIF to this file.", HelpName = "file" };
        var annotations = new Option<bool>("--annotations") { Description = "Write annotations of GitHub Actions; on by itself there." };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        command.AddAll(minimumRows, maximumRatio, maximumShare, noEmpty, noNew, noMissing, noConflicts, noVariants, reference, maximumDrift, minimumP, id, sarif, annotations, json);

        command.SetAction((arguments, cancellation) =>
        {
            var rules = new CheckRules
            {
                MinimumRows = arguments.GetValue(minimumRows),
                MaximumRatio = arguments.GetValue(maximumRatio),
                MaximumShare = arguments.GetValue(maximumShare),
                NoEmpty = arguments.GetValue(noEmpty),
                NoNew = arguments.GetValue(noNew),
                NoMissing = arguments.GetValue(noMissing),
                NoConflicts = arguments.GetValue(noConflicts),
                NoVariants = arguments.GetValue(noVariants),
                MaximumDrift = arguments.GetValue(maximumDrift),
                MinimumPValue = arguments.GetValue(minimumP),
            };
            bool isAskedForNew = rules.NoNew;
            rules = rules == new CheckRules() ? new CheckRules { NoEmpty = true, NoNew = true, NoMissing = true } : rules;
            InputOptions options = input.Read(arguments);
            string? referencePath = arguments.GetValue(reference);
            Require(rules, referencePath);
            ProgressLine progress = session.Progress(input.IsQuiet(arguments));
            using LabelledData data = LabelledData.Load(options, withRows: false, progress, cancellation);
            if (isAskedForNew && data.Labelling.DeclaredCount == 0)
            {
                throw new InputException("--no-new needs the classes that are known", advice: "declare them with --classes");
            }

            ClassCounts? counts = null;
            if (referencePath is not null)
            {
                using LabelledData other = LabelledData.Load(options with { Paths = [referencePath] }, withRows: false, progress, cancellation);
                counts = other.Counts;
            }

            IReadOnlyList<Violation> violations = Checker.Check(data, rules, counts, arguments.GetValue(id)!, progress, cancellation);
            if (arguments.GetValue(sarif) is { } path)
            {
                AtomicFile.WriteText(path, SarifReport.Write(violations) + "\n");
            }

            bool isOnGitHub = arguments.GetValue(annotations) || Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true";
            Say(session, data, violations, arguments.GetValue(json), isOnGitHub, input.IsQuiet(arguments));
            return Task.FromResult(violations.Count == 0 ? ExitCode.Success : ExitCode.Failed);
        });
        return command;
    }

    private static void Require(CheckRules rules, string? reference)
    {
        if ((rules.MaximumDrift is not null || rules.MinimumPValue is not null) != reference is not null)
        {
            throw new InputException("drift is measured from a reference", advice: "give --reference with --max-drift or --min-p");
        }
    }

    private static void Say(Session session, LabelledData data, IReadOnlyList<Violation> violations, bool asJson, bool isOnGitHub, bool isQuiet)
    {
        if (asJson)
        {
            session.Out.WriteLine(JsonTexts.Write(new { passed = violations.Count == 0, verdict = Verdict.Of(data), violations }));
            return;
        }

        foreach (Violation violation in violations)
        {
            session.Out.WriteLine(isOnGitHub
                ? $"::error file={Property(violation.File ?? "")},title=balancegen {violation.Rule}::{Message(violation.Message)}"
                : $"{violation.File ?? "input"}: error {violation.Rule}: {VisibleText.Of(violation.Message)}");
        }

        if (violations.Count == 0 && !isQuiet)
        {
            session.Out.WriteLine($"passed. {Verdict.Of(data)}");
        }
    }

    private static string Message(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Message(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
