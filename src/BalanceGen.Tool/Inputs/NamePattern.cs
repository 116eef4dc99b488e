using System.Text.RegularExpressions;

namespace BalanceGen.Tool.Inputs;

/// <summary>A label that is part of a name: <c>^(?&lt;label&gt;.+)_\d+\.jpg$</c>.</summary>
internal static partial class NamePattern
{
    /// <summary>What the group "label" (or the first group) matches in the last part of a path; empty where the pattern does not match.</summary>
    public static string ToSql(string text, string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw new InputException($"the pattern '{pattern}' cannot be used: {error.Message}", advice: @"write it as '^(?<label>.+)_\d+\.jpg$'", inner: error);
        }

        string numbered = LabelGroup().Replace(pattern, "(", 1);
        if (!numbered.Contains('(', StringComparison.Ordinal))
        {
            throw new InputException($"the pattern '{pattern}' has no group", advice: @"put the label into one: '^(?<label>.+)_\d+\.jpg$'");
        }

        return $"regexp_extract(parse_filename({text}), {Sql.Text(numbered)}, 1)";
    }

    [GeneratedRegex(@"\(\?P?<label>")]
    private static partial Regex LabelGroup();
}
