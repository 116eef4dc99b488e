namespace BalanceGen.Tool.Reports;

/// <summary>Violations as SARIF 2.1.0, which code hosts show beside the change.</summary>
internal static class SarifReport
{
    public static string Write(IReadOnlyList<Violation> violations)
    {
        string[] rules = [.. Checker.Rules.Keys];
        var run = new Dictionary<string, object>
        {
            ["tool"] = new
            {
                driver = new
                {
                    name = "balancegen",
                    version = Provenance.Version,
                    rules = rules.Select(rule => new { id = rule, shortDescription = new { text = Checker.Rules[rule] } }),
                },
            },
            ["results"] = violations.Select(violation => new
            {
                ruleId = violation.Rule,
                ruleIndex = Array.IndexOf(rules, violation.Rule),
                level = "error",
                message = new { text = violation.Message },
                locations = violation.File is null ? [] : new object[] { new { physicalLocation = new { artifactLocation = new { uri = UriOf(violation.File) } } } },
            }),
        };
        return JsonTexts.Write(new Dictionary<string, object>
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new object[] { run },
        });
    }

    private static string UriOf(string path) => Path.IsPathRooted(path) ? new Uri(path).AbsoluteUri : Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal);
}
