namespace BalanceGen.Tool.Analysis;

/// <summary>Makes a report of labelled data.</summary>
internal static class ReportBuilder
{
    /// <summary>The engine compares rows while the samplers draw: neither keeps two cores busy from its beginning to its end.</summary>
    public static ImbalanceReport Build(LabelledData data, ReportOptions options, ProgressLine progress, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task<TrainingOutlook?> training = Task.Run(() => TrainingOutlook.Of(data, options.BatchSize, options.Epochs, options.Seed, stop.Token), CancellationToken.None);
        try
        {
            return Build(data, options, training, progress, cancellation);
        }
        finally
        {
            // Where something else has failed, nobody waits for the draws any more; the data must outlive them.
            stop.Cancel();
            Task.WhenAny(training).GetAwaiter().GetResult();
        }
    }

    private static ImbalanceReport Build(LabelledData data, ReportOptions options, Task<TrainingOutlook?> drawn, ProgressLine progress, CancellationToken cancellation)
    {
        ClassCounts counts = data.Counts;
        long rows = data.Cells.Rows - data.Cells.Missing;
        Summary summary = Summary.Of(counts, rows, data.Cells.Missing);
        List<Finding> findings = [.. RareClassFindings.Of(counts, options.Folds, options.BatchSize), .. LabelHygiene.Of(data)];
        ContentCheck? content = ContentCheck.Of(data, [.. options.IdColumns, .. options.SplitColumn is { } column ? [column] : (string[])[]], progress, cancellation);
        if (content is { ConflictGroups: > 0 })
        {
            findings.Add(new Finding(
                "conflictingLabels",
                Severity.Warning,
                $"{Figures.Plural(content.ConflictGroups, "group of equal rows has", "groups of equal rows have")} different labels",
                $"Compared by {content.ComparedBy}. No model can be right about both, and every resampling repeats the contradiction.",
                content.Examples,
                content.ConflictGroups));
        }

        RowOrder? order = RowOrder.Of(data);
        if (order is { Kind: not "mixed" })
        {
            findings.Add(new Finding("rowsTogether", Severity.Warning, $"The rows are {order.Kind} by class", order.Meaning, [], order.Runs));
        }

        SplitComparison? splits = SplitReader.Of(data, options, progress, cancellation);
        findings.AddRange(SplitFindings.Of(splits));
        progress.Begin("drawing batches");
        TrainingOutlook? training = drawn.GetAwaiter().GetResult();
        progress.End();
        IReadOnlyList<WeightScheme> weights = counts.Total == 0 ? [] : WeightScheme.All(counts, rows);
        return new ImbalanceReport(
            Verdict.Of(data),
            summary,
            ClassFigures.Of(counts, rows, weights),
            [.. findings.OrderByDescending(finding => finding.Severity)],
            content,
            splits,
            order,
            training,
            weights,
            data.MultiLabel is { } multi ? MultiLabelFigures.Of(multi.Counts) : null,
            MetricAdvice.Of(summary),
            options.Predictions is { } predictions ? PredictionReader.Read(predictions, data.Classes, cancellation) : null,
            [.. Adviser.Of(summary, findings, order, content, training, data.Code)],
            new Provenance($"balancegen {Provenance.Version}", options.CommandLine, data.Input.Description, data.Input.LabelName, Provenance.Hash(data.Input.Files, progress, cancellation)),
            FrequencyGroup.Of(data),
            counts);
    }
}
