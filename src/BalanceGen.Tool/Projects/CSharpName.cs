namespace BalanceGen.Tool.Projects;

/// <summary>Names and texts as C# has them.</summary>
internal static class CSharpName
{
    private static readonly HashSet<string> Keywords = new(
        ("abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern false finally fixed float for foreach goto if "
        + "implicit in int interface internal is lock long namespace new null object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc static "
        + "string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while record").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether a text is an identifier as it is.</summary>
    public static bool IsIdentifier(string text) =>
        text.Length > 0 && (char.IsAsciiLetter(text[0]) || text[0] == '_') && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '_') && text != "value__";

    /// <summary>An identifier, with @ where it is a keyword.</summary>
    public static string Escaped(string identifier) => Keywords.Contains(identifier) ? "@" + identifier : identifier;

    /// <summary>A name in Pascal case made of the letters and digits of a text.</summary>
    public static string Pascal(string text, string otherwise)
    {
        var name = new StringBuilder();
        bool isStart = true;
        foreach (char character in text)
        {
            if (!char.IsLetterOrDigit(character))
            {
                isStart = true;
                continue;
            }

            name.Append(isStart ? char.ToUpperInvariant(character) : character);
            isStart = false;
        }

        return name.Length == 0 ? otherwise : char.IsDigit(name[0]) ? "N" + name : name.ToString();
    }

    /// <summary>A name that is not used yet; it is used afterwards.</summary>
    public static string Unique(string name, HashSet<string> used)
    {
        string unique = name;
        for (int number = 2; !used.Add(unique); number++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{name}{number}");
        }

        return unique;
    }

    /// <summary>A string literal.</summary>
    public static string Literal(string text) => "\"" + string.Concat(text.Select(character => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        _ when char.IsControl(character) || character is '\u2028' or '\u2029' || char.IsSurrogate(character) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
        _ => character.ToString(),
    })) + "\"";
}
