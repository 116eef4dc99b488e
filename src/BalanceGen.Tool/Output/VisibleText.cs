namespace BalanceGen.Tool.Output;

/// <summary>Class names as a terminal and a message show them.</summary>
internal static class VisibleText
{
    /// <summary>The name on one line, with blanks at its ends and control characters made visible.</summary>
    public static string Of(string name)
    {
        bool needsQuotes = name.Length == 0 || char.IsWhiteSpace(name[0]) || char.IsWhiteSpace(name[^1]);
        string text = name.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
        text = string.Concat(text.Select(character => char.IsControl(character) ? $"\\u{(int)character:X4}" : character.ToString()));
        return needsQuotes ? $"\"{text}\"" : text;
    }
}
