namespace BalanceGen.Tool.Commands;

/// <summary>What commands write.</summary>
internal static class Texts
{
    /// <summary>Writes to a file, whole or not at all, or to standard output.</summary>
    public static void Write(Session session, string? path, string text)
    {
        if (path is null)
        {
            session.Out.Write(text.EndsWith('\n') ? text : text + "\n");
        }
        else
        {
            AtomicFile.WriteText(path, text.EndsWith('\n') ? text : text + "\n");
        }
    }

    /// <summary>A class name on one line, with blanks at its ends and control characters made visible.</summary>
    public static string Visible(string name)
    {
        bool needsQuotes = name.Length == 0 || char.IsWhiteSpace(name[0]) || char.IsWhiteSpace(name[^1]);
        string text = name.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
        text = string.Concat(text.Select(character => char.IsControl(character) ? $"\\u{(int)character:X4}" : character.ToString()));
        return needsQuotes ? $"\"{text}\"" : text;
    }
}
