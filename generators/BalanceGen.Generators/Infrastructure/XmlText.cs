using System.Text;

namespace BalanceGen.Generators.Infrastructure;

/// <summary>Arbitrary text inside a documentation comment.</summary>
internal static class XmlText
{
    /// <summary>Escapes markup and replaces line ends and control characters, which would end the comment or the XML.</summary>
    public static string Escape(string text)
    {
        if (text.All(character => character is >= ' ' and <= '~' and not ('<' or '>' or '&')))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length);
        for (int index = 0; index < text.Length; index++)
        {
            char character = text[index];
            _ = character switch
            {
                _ when char.IsSurrogatePair(text, index) => escaped.Append(character).Append(text[++index]),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '\u0085' or '\u2028' or '\u2029' => escaped.Append('\uFFFD'),
                _ when char.IsControl(character) || char.IsSurrogate(character) || character >= '\uFFFE' => escaped.Append('\uFFFD'),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }
}
