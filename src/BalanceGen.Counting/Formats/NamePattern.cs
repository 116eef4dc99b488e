using System.Text.RegularExpressions;

namespace BalanceGen.Counting.Formats;

/// <summary>
/// Finds a label that is part of a file's name. It is the group <c>label</c> of a pattern such as <c>^(?&lt;label&gt;.+)_\d+\.jpg$</c>, or the first group if no group
/// has that name.
/// </summary>
internal sealed class NamePattern
{
    private const string Example = @"write it as '^(.+)_\d+\.jpg$'";

    private readonly Regex _regex;
    private readonly int _group;

    /// <exception cref="CountingException">The text is not a regular expression, needs backtracking, or has no group.</exception>
    public NamePattern(string text)
    {
        try
        {
            // This option makes the time linear in the length of the name, for every pattern. It forbids lookarounds and backreferences.
            _regex = new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw Invalid($"the Pattern '{text}' cannot be used: {exception.Message.ReplaceLineEndings(" ")}; {Example}");
        }

        _group = Math.Max(_regex.GroupNumberFromName("label"), 1);
        if (_regex.GetGroupNumbers().Length < 2)
        {
            throw Invalid($"the Pattern '{text}' has no group, which would be the label; {Example}");
        }
    }

    /// <summary>The label in a name, or null if the name does not match the pattern.</summary>
    public string? LabelOf(string name) => _regex.Match(name) is { Success: true } match && match.Groups[_group] is { Success: true, Length: > 0 } group ? group.Value : null;

    public override string ToString() => _regex.ToString();

    private static CountingException Invalid(string message) => new(CountingErrorId.InvalidLabeledData, message);
}
