namespace BalanceGen.Tool.Reports;

/// <summary>The report in a terminal: the verdict, what breaks, what to do, and the ends of the distribution.</summary>
internal static class TerminalReport
{
    private const int MostClasses = 24;
    private const int BarWidth = 28;

    public static void Write(Screen screen, ImbalanceReport report)
    {
        Summary summary = report.Summary;
        screen.Say(report.Verdict, "bold");
        screen.Say($"{report.Provenance.Input}; label: {report.Provenance.Label}", "dim");
        screen.Blank();
        Classes(screen, report);

        screen.Heading("Figures");
        screen.Say(string.Create(CultureInfo.InvariantCulture, $"{Figures.Plural(summary.Rows, "labelled row", "labelled rows")}, ratio {Figures.Ratio(summary.ImbalanceRatio)}, normalised entropy {Figures.Number(summary.NormalizedEntropy)}, effective classes {Figures.Number(summary.EffectiveClasses)} of {summary.Classes}, Gini {Figures.Number(summary.Gini)}"));
        screen.Say($"the top 1 % of the classes have {Figures.Percent(summary.TopPercentShare)} of the {(report.MultiLabel is null ? "rows" : "labels")}, the top 10 % {Figures.Percent(summary.TopTenPercentShare)}");
        foreach (FrequencyGroup group in report.FrequencyGroups)
        {
            screen.Say($"group {group.Group}, {group.Meaning}: {group.InWords()}");
        }

        if (report.MultiLabel is { } multi)
        {
            screen.Say($"{Figures.Number(multi.LabelsPerRow)} labels a row, density {Figures.Number(multi.Density)}, {Figures.Count(multi.LabelSets)} label sets, MeanIR {Figures.Number(multi.MeanImbalanceRatio)}");
        }

        if (report.Content is { } content)
        {
            screen.Say($"{Figures.Plural(content.RepeatedRows, "repeated row", "repeated rows")} (compared by {content.ComparedBy})");
        }

        screen.Say(report.Metrics.Sentence);
        if (report.Predictions is { } predictions)
        {
            screen.Say($"Predictions: accuracy {Figures.Percent(predictions.Accuracy)}, mean recall {Figures.Percent(predictions.BalancedAccuracy)}, macro F1 {Figures.Number(predictions.MacroF1)}");
        }

        if (report.Findings.Count > 0)
        {
            screen.Heading("Findings");
            foreach (Finding finding in report.Findings)
            {
                string style = finding.Severity switch { Severity.Error => "red", Severity.Warning => "yellow", _ => "" };
                screen.Say($"{finding.Severity.ToString().ToLowerInvariant()}: {finding.Title}", style);
                screen.Indented(finding.Consequence, 3);
                if (finding.Examples.Count > 0)
                {
                    screen.Indented(string.Join(" · ", finding.Examples.Select(VisibleText.Of)) + (finding.Count > finding.Examples.Count ? " · …" : ""), 3, "dim");
                }
            }
        }

        Samplers(screen, report);
        Splits(screen, report);
        screen.Heading("What to do");
        int number = 0;
        foreach (Advice advice in report.Advice)
        {
            screen.Say(string.Create(CultureInfo.InvariantCulture, $"{++number}. {advice.Title}"), "green");
            screen.Indented(advice.Reason, 3);
            foreach (string line in advice.Code.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                screen.Say("     " + line, "bold");
            }
        }
    }

    private static void Classes(Screen screen, ImbalanceReport report)
    {
        ClassFigures[] order = [.. report.Classes.OrderBy(figures => figures.Rank)];
        bool isCut = order.Length > MostClasses;
        List<ClassFigures?> shown = [.. isCut ? order[..(MostClasses / 2)] : order];
        if (isCut)
        {
            shown.Add(null);
            shown.AddRange(order.TakeLast(MostClasses / 2));
        }

        double most = Math.Log10(Math.Max(1, report.Summary.MostFrequentCount) + 1);
        screen.Table(
            ["<class", "rows", SummaryRows.ShareName(report.MultiLabel is not null), "balanced weight", "<rows, logarithmic"],
            shown.Select(figures => figures is null
                ? (string[])[$"… {Figures.Count(order.Length - MostClasses)} more …", "", "", "", ""]
                :
                [
                    VisibleText.Of(figures.Class),
                    Figures.Count(figures.Count),
                    Figures.Percent(figures.Share),
                    figures.Weights.TryGetValue("balanced", out double weight) ? Figures.Number(weight) : "–",
                    figures.Count == 0 ? "(no rows)" : new string('█', (int)Math.Max(1, Math.Round(BarWidth * Math.Log10(figures.Count + 1) / most))),
                ]));
    }

    private static void Samplers(Screen screen, ImbalanceReport report)
    {
        if (report.Training is not { } training)
        {
            return;
        }

        screen.Heading($"What training would see, in batches of {training.BatchSize}");
        int rarest = training.ShownClasses[^1];
        string name = VisibleText.Of(report.Counts.Classes[rarest]);
        screen.Table(
            ["<sampler", "seen in epoch 1", "epochs until all seen", $"batches without {(name.Length > 24 ? name[..23] + "…" : name)}", "<"],
            training.Samplers.Select(sampler => (string[])
            [
                sampler.Name,
                Figures.Percent(sampler.RowsSeenPerEpoch / sampler.Plan.Counts.Total),
                Figures.Epochs(sampler.EpochsUntilAllSeen),
                Figures.Percent(sampler.Compositions[^1].AbsentShare),
                sampler.IsExact ? "exact" : "expected",
            ]));
    }

    private static void Splits(Screen screen, ImbalanceReport report)
    {
        if (report.Splits is { } splits)
        {
            screen.Heading("Splits");
            SplitTexts.Write(screen, splits);
        }
    }
}
