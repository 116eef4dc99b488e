namespace BalanceGen.Tool.Reports;

/// <summary>The report as Markdown, for a pull request or a wiki.</summary>
internal static class MarkdownReport
{
    public static string Write(ImbalanceReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {Escape(report.Verdict)}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{Escape(report.Provenance.Input)}; label `{report.Provenance.Label}`.\n\n{Escape(report.Metrics.Sentence)}\n\n## Figures\n\n| figure | value |\n|---|---|\n");
        foreach ((string name, string value) in SummaryRows.Of(report))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Escape(name)} | {Escape(value)} |\n");
        }

        text.Append("\n## Findings\n\n");
        foreach (Finding finding in report.Findings)
        {
            string examples = finding.Examples.Count == 0 ? "" : $" ({Escape(string.Join(", ", finding.Examples))}{(finding.Count > finding.Examples.Count ? ", …" : "")})";
            text.Append(CultureInfo.InvariantCulture, $"- **{finding.Severity.ToString().ToLowerInvariant()}**: {Escape(finding.Title)}{examples}. {Escape(finding.Consequence)}\n");
        }

        text.Append(report.Findings.Count == 0 ? "Nothing that would break training was found.\n" : "").Append("\n## What to do\n\n");
        foreach (Advice advice in report.Advice)
        {
            text.Append(CultureInfo.InvariantCulture, $"- **{Escape(advice.Title)}.** {Escape(advice.Reason)}\n");
            text.Append(advice.Code.Length == 0 ? "" : $"\n  ```csharp\n  {advice.Code.Replace("\n", "\n  ", StringComparison.Ordinal)}\n  ```\n\n");
        }

        if (report.Training is { } training)
        {
            text.Append("\n## What each sampler will show\n\n| sampler | rows seen in epoch 1 | epochs until all seen | figures |\n|---|---:|---:|---|\n");
            foreach (SamplerOutlook sampler in training.Samplers)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {sampler.Name} | {sampler.RowsSeenPerEpoch:N0} | {Figures.Epochs(sampler.EpochsUntilAllSeen)} | {(sampler.IsExact ? "exact" : "expected")} |\n");
            }
        }

        if (report.Splits is { } splits)
        {
            text.Append("\n## Splits\n\n| split | rows | classes missing | Jensen–Shannon | χ² p-value |\n|---|---:|---:|---:|---:|\n");
            for (int split = 0; split < splits.Names.Count; split++)
            {
                DriftStatistics? drift = split == 0 ? null : splits.Drifts[split - 1];
                text.Append(CultureInfo.InvariantCulture, $"| {Escape(splits.Names[split])} | {Figures.Count(splits.Counts[split].Total)} | {splits.MissingClasses[split].Count} | {(drift is null ? "–" : Figures.Number(drift.JensenShannon))} | {(drift is null ? "–" : Figures.Number(drift.PValue))} |\n");
            }
        }

        text.Append($"\n## All classes, rarest first\n\n| class | rows | {SummaryRows.ShareName(report.MultiLabel is not null)} | balanced weight |\n|---|---:|---:|---:|\n");
        foreach (ClassFigures figures in report.Classes.OrderByDescending(figures => figures.Rank))
        {
            string weight = figures.Weights.TryGetValue("balanced", out double value) ? Figures.Number(value) : "–";
            text.Append(CultureInfo.InvariantCulture, $"| {Escape(figures.Class)} | {Figures.Count(figures.Count)} | {Figures.Percent(figures.Share)} | {weight} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nMade by {report.Provenance.Tool}: `{report.Provenance.CommandLine}`\n");
        foreach (SourceFile file in report.Provenance.Files)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n- `{Path.GetFileName(file.Path)}`: {file.Bytes:N0} bytes, SHA-256 `{file.Sha256}`");
        }

        return text.Append('\n').ToString();
    }

    private static string Escape(string text) => string.Concat(text.Select(character =>
        character is '|' or '*' or '_' or '`' or '<' or '\\' or '[' ? $"\\{character}" : char.IsControl(character) ? " " : character.ToString()));
}
