using BalanceGen.Tool.Plots;

namespace BalanceGen.Tool.Reports;

/// <summary>
/// The report as one HTML file: styles, script and pictures are inside, and the page forbids itself the network. It reads without its script, in print,
/// and on a telephone.
/// </summary>
internal static class HtmlReport
{
    private const int MostWeightsToCopy = 200;

    public static string Write(ImbalanceReport report)
    {
        var html = new StringBuilder();
        string title = $"{report.Provenance.Label}: {report.Verdict}";
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">\n")
            .Append("<link rel=\"icon\" href=\"data:,\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{E(title)}</title>\n<style>\n{Resource("report.css")}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#classes\">To the table of classes</a>\n<main>\n")
            .Append(CultureInfo.InvariantCulture, $"<header>\n<h1>{E(report.Verdict)}</h1>\n<p class=\"sub\">{E(Sources(report))}</p>\n</header>\n");
        Plot[] plots = [.. ReportPlots.Of(report)];
        html.Append("<nav aria-label=\"Sections\"><a href=\"#figures\">Figures</a><a href=\"#findings\">Findings</a><a href=\"#advice\">What to do</a><a href=\"#plots\">Plots</a><a href=\"#classes\">All classes</a>");
        html.Append(report.Splits is null ? "" : "<a href=\"#split-table\">Splits</a>").Append("<a href=\"#weights-to-copy\">Weights to copy</a><a href=\"#provenance\">Where it comes from</a></nav>\n");
        Tiles(html, report);
        Findings(html, report);
        Advices(html, report);
        html.Append("<section id=\"plots\">\n<h2>Plots</h2>\n");
        foreach (Plot plot in plots)
        {
            Figure(html, plot);
        }

        html.Append("</section>\n");
        Classes(html, report);
        Splits(html, report);
        Samplers(html, report);
        Weights(html, report);
        Provenance(html, report);
        return html.Append("</main>\n<script>\n").Append(Resource("report.js")).Append("</script>\n</body>\n</html>\n").ToString();
    }

    /// <summary>Text of HTML; a number and its unit stay on one line.</summary>
    private static string E(string text) => Svg.Encode(text.Replace(" %", "\u00A0%", StringComparison.Ordinal).Replace(" : 1", "\u00A0:\u00A01", StringComparison.Ordinal));

    private static string Resource(string name)
    {
        using Stream stream = typeof(HtmlReport).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Sources(ImbalanceReport report)
    {
        string files = report.Provenance.Files.Count switch
        {
            0 => report.Provenance.Input,
            1 => Path.GetFileName(report.Provenance.Files[0].Path),
            var count => $"{Path.GetFileName(report.Provenance.Files[0].Path)} and {count - 1} more files",
        };
        return $"{files}, label {report.Provenance.Label}, {Figures.Plural(report.Summary.Rows, "labelled row", "labelled rows")}";
    }

    private static void Tiles(StringBuilder html, ImbalanceReport report)
    {
        html.Append("<section id=\"figures\">\n<h2>Figures</h2>\n<ul class=\"tiles\">\n");
        foreach ((string name, string value) in SummaryRows.Of(report))
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><b>{E(value)}</b><span>{E(name)}</span></li>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"</ul>\n<p>{E(report.Metrics.Sentence)}</p>\n</section>\n");
    }

    private static void Findings(StringBuilder html, ImbalanceReport report)
    {
        html.Append("<section id=\"findings\">\n<h2>Findings</h2>\n");
        if (report.Findings.Count == 0)
        {
            html.Append("<p>Nothing that would break training was found.</p>\n");
        }

        foreach (Finding finding in report.Findings)
        {
            string severity = finding.Severity.ToString().ToLowerInvariant();
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"finding {severity}\"><h3><span class=\"tag\">{severity}</span>{E(finding.Title)}</h3><p>{E(finding.Consequence)}</p>");
            if (finding.Examples.Count > 0)
            {
                string more = finding.Count > finding.Examples.Count ? $" and {Figures.Count(finding.Count - finding.Examples.Count)} more" : "";
                html.Append(CultureInfo.InvariantCulture, $"<p class=\"sub\">{E(string.Join(" · ", finding.Examples))}{more}</p>");
            }

            html.Append("</div>\n");
        }

        html.Append("</section>\n");
    }

    private static void Advices(StringBuilder html, ImbalanceReport report)
    {
        html.Append("<section id=\"advice\">\n<h2>What to do</h2>\n");
        foreach (Advice advice in report.Advice)
        {
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"advice\"><h3>{E(advice.Title)}</h3><p>{E(advice.Reason)}</p>");
            html.Append(advice.Code.Length == 0 ? "" : $"<pre tabindex=\"0\">{Multiline(advice.Code)}</pre>").Append("</div>\n");
        }

        html.Append("</section>\n");
    }

    private static string Multiline(string code) => string.Join("\n", code.Split('\n').Select(E));

    private static void Figure(StringBuilder html, Plot plot)
    {
        html.Append(CultureInfo.InvariantCulture, $"<figure id=\"plot-{plot.Id}\">\n<figcaption><h3>{E(plot.Title)}</h3><p>{E(plot.Meaning)}</p></figcaption>\n");
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"plot wide\">{plot.Draw(Plot.Wide).ToElement(plot.Title, plot.Meaning)}</div>\n");
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"plot narrow\">{plot.Draw(Plot.Narrow).ToElement(plot.Title, plot.Meaning)}</div>\n</figure>\n");
    }

    private static void Classes(StringBuilder html, ImbalanceReport report)
    {
        int batch = report.Training?.BatchSize is { } size && ClassFigures.BatchSizes.Contains(size) ? size : 32;
        int column = ClassFigures.BatchSizes.ToList().IndexOf(batch);
        html.Append("<section id=\"classes\">\n<h2>All classes, rarest first</h2>\n<div class=\"search\"><label for=\"class-search\">Find a class</label><input id=\"class-search\" type=\"search\"><span id=\"class-found\" role=\"status\"></span></div>\n");
        html.Append("<div class=\"tall\" tabindex=\"0\" role=\"region\" aria-label=\"Table of classes\"><table id=\"classes-table\"><thead><tr>");
        string[] ratios = report.MultiLabel is null ? [] : ["IRLbl"];
        foreach (string name in (string[])["class", "rank", "rows", SummaryRows.ShareName(report.MultiLabel is not null), $"missing from batches of {batch}", .. ratios, .. report.Weights.Select(scheme => scheme.Name)])
        {
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"><button type=\"button\">{E(name)}</button></th>");
        }

        html.Append("</tr></thead><tbody>\n");
        foreach (ClassFigures figures in report.Classes.OrderByDescending(figures => figures.Rank))
        {
            html.Append(figures.Count == 0 ? "<tr class=\"empty\">" : "<tr>").Append("<td>").Append(E(figures.Class)).Append("</td>");
            Cell(html, figures.Rank, figures.Rank.ToString(CultureInfo.InvariantCulture));
            Cell(html, figures.Count, Figures.Count(figures.Count));
            Cell(html, figures.Share, Figures.Percent(figures.Share));
            Cell(html, figures.AbsentFromBatch[column], Figures.Percent(figures.AbsentFromBatch[column]));
            if (report.MultiLabel is { } multi)
            {
                Cell(html, multi.ImbalanceRatioOfClass[figures.ClassIndex] ?? -1, multi.ImbalanceRatioOfClass[figures.ClassIndex] is { } ratio ? Figures.Number(ratio) : "–");
            }

            foreach (WeightScheme scheme in report.Weights)
            {
                Cell(html, scheme.Values[figures.ClassIndex], Figures.Number(scheme.Values[figures.ClassIndex]));
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n</section>\n");
    }

    private static void Cell(StringBuilder html, double value, string text) =>
        html.Append(CultureInfo.InvariantCulture, $"<td data-value=\"{value:R}\">{text}</td>");

    private static void Splits(StringBuilder html, ImbalanceReport report)
    {
        if (report.Splits is not { } splits)
        {
            return;
        }

        html.Append("<section id=\"split-table\">\n<h2>Splits</h2>\n<div class=\"scroll\"><table><thead><tr><th>split</th><th>rows</th><th>classes missing</th><th>Jensen–Shannon from the first</th><th>χ² p-value</th><th>largest share difference</th><th class=\"text\">of class</th></tr></thead><tbody>\n");
        for (int split = 0; split < splits.Names.Count; split++)
        {
            DriftStatistics? drift = split == 0 ? null : splits.Drifts[split - 1];
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{E(splits.Names[split])}</td><td>{Figures.Count(splits.Counts[split].Total)}</td><td>{splits.MissingClasses[split].Count}</td>");
            html.Append(drift is null ? "<td>–</td><td>–</td><td>–</td><td class=\"text\"></td></tr>\n" : $"<td>{Figures.Number(drift.JensenShannon)}</td><td>{Figures.Number(drift.PValue)}</td><td>{Figures.Percent(drift.LargestDifference)}</td><td class=\"text\">{E(drift.LargestDifferenceClass)}</td></tr>\n");
        }

        html.Append("</tbody></table></div>\n</section>\n");
    }

    private static void Samplers(StringBuilder html, ImbalanceReport report)
    {
        if (report.Training is not { } training)
        {
            return;
        }

        html.Append("<section id=\"samplers\">\n<h2>What each sampler will show</h2>\n<div class=\"scroll\"><table><thead><tr><th>sampler</th><th>rows seen in epoch 1</th><th>epochs until all seen</th><th>figures</th><th class=\"text\">in C#</th></tr></thead><tbody>\n");
        foreach (SamplerOutlook sampler in training.Samplers)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{E(sampler.Name)}</td><td>{sampler.RowsSeenPerEpoch:N0} ({Figures.Percent(sampler.RowsSeenPerEpoch / sampler.Plan.Counts.Total)})</td><td>{Figures.Epochs(sampler.EpochsUntilAllSeen)}</td><td>{(sampler.IsExact ? "exact" : "expected")}</td><td class=\"text\"><code>{E(sampler.Code)}</code></td></tr>\n");
        }

        html.Append("</tbody></table></div>\n</section>\n");
    }

    private static void Weights(StringBuilder html, ImbalanceReport report)
    {
        html.Append("<section id=\"weights-to-copy\">\n<h2>Weights to copy</h2>\n");
        if (report.Classes.Count > MostWeightsToCopy)
        {
            html.Append("<p>There are too many classes to copy from a page: <code>balancegen weights … --scheme balanced --json</code> writes them.</p>\n</section>\n");
            return;
        }

        foreach (WeightScheme scheme in report.Weights)
        {
            html.Append(CultureInfo.InvariantCulture, $"<details><summary>{E(scheme.Name)}</summary><p>C#, without numbers: <code>{E(scheme.Code)}</code></p>");
            foreach ((string language, string code) in WeightTexts.Of(report.Counts.Classes, scheme))
            {
                html.Append(CultureInfo.InvariantCulture, $"<p>{language}</p><pre tabindex=\"0\">{Multiline(code)}</pre>");
            }

            html.Append("</details>\n");
        }

        html.Append("</section>\n");
    }

    private static void Provenance(StringBuilder html, ImbalanceReport report)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section id=\"provenance\">\n<h2>Where it comes from</h2>\n<dl><dt>made by</dt><dd>{E(report.Provenance.Tool)}</dd><dt>command</dt><dd><code>{E(report.Provenance.CommandLine)}</code></dd><dt>input</dt><dd>{E(report.Provenance.Input)}</dd>");
        foreach (SourceFile file in report.Provenance.Files.Take(50))
        {
            html.Append(CultureInfo.InvariantCulture, $"<dt>{E(Path.GetFileName(file.Path))}</dt><dd>{file.Bytes:N0} bytes, SHA-256 <code>{file.Sha256}</code></dd>");
        }

        html.Append("</dl>\n</section>\n");
    }
}
