using System.Text.RegularExpressions;

namespace BalanceGen.Counting.Formats;

/// <summary>
/// A label that is part of a file's name: the group <c>label</c> of <c>^(?&lt;label&gt;.+)_\d+\.jpg$</c>, or the first group where none is called so.
/// </summary>
internal sealed class NamePattern
{
    private const string Group = "label";
    private const string Example = @"write it as '^(.+)_\d+\.jpg$'";

    private readonly string _text;
    private readonly Regex _regex;
    private readonly int _group;

    /// <exception cref="CountingException">The text is no regular expression, needs backtracking, or has no group.</exception>
    public NamePattern(string text)
    {
        _text = text;
        try
        {
            // In time that is linear in the name, whatever the pattern: so it may not look around or back.
            _regex = new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw Invalid($"the Pattern '{text}' cannot be used: {exception.Message.ReplaceLineEndings(" ")}; {Example}");
        }

        _group = Math.Max(_regex.GroupNumberFromName(Group), 1);
        if (_regex.GetGroupNumbers().Length < 2)
        {
            throw Invalid($"the Pattern '{text}' has no group, which would be the label; {Example}");
        }
    }

    /// <summary>The label in a name, or null if the name is none of the pattern.</summary>
    public string? LabelOf(string name) => _regex.Match(name) is { Success: true } match && match.Groups[_group] is { Success: true, Length: > 0 } group ? group.Value : null;

    public override string ToString() => _text;

    private static CountingException Invalid(string message) => new(CountingErrorId.InvalidLabeledData, message);
}
