using System.Text;

namespace BalanceGen.Generators.ClassLists;

/// <summary>
/// Reads JSON from front to back. A generator has no JSON library of its own, and one that it brought along would have to be the one that the compiler has.
/// Faults are a <see cref="FormatException"/> without a place; <see cref="Position"/> has it.
/// </summary>
internal sealed class JsonReader(string text)
{
    private const int DeepestNesting = 64;

    /// <summary>Where reading is.</summary>
    public int Position { get; private set; } = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;

    /// <summary>The next character that is no white space, or NUL at the end.</summary>
    public char Peek()
    {
        while (Position < text.Length && text[Position] is ' ' or '\t' or '\n' or '\r')
        {
            Position++;
        }

        return Position < text.Length ? text[Position] : '\0';
    }

    /// <summary>Reads a character if it is the next one.</summary>
    public bool TryTake(char character)
    {
        if (Peek() != character)
        {
            return false;
        }

        Position++;
        return true;
    }

    public void Take(char character)
    {
        if (!TryTake(character))
        {
            throw new FormatException($"'{character}' is missing");
        }
    }

    /// <summary>Reads a string.</summary>
    public string TakeString()
    {
        Take('"');
        int end = text.IndexOfAny(['"', '\\'], Position);
        if (end >= 0 && text[end] == '"')
        {
            string plain = text.Substring(Position, end - Position);
            Position = end + 1;
            return plain;
        }

        var value = new StringBuilder();
        while (Position < text.Length)
        {
            char character = text[Position++];
            if (character == '"')
            {
                return value.ToString();
            }

            value.Append(character == '\\' ? Escaped() : character);
        }

        throw new FormatException("a string is never closed");
    }

    /// <summary>Reads a whole number of 64 bits, or passes over any other value and gives null.</summary>
    public long? TakeWhole()
    {
        Peek();
        int start = Position;
        Skip();
        return long.TryParse(text.Substring(start, Position - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;
    }

    /// <summary>Passes over any value.</summary>
    public void Skip(int depth = 0)
    {
        if (depth > DeepestNesting)
        {
            throw new FormatException("values are nested too deeply");
        }

        char first = Peek();
        if (first == '"')
        {
            TakeString();
        }
        else if (first is '{' or '[')
        {
            SkipContainer(first, depth);
        }
        else
        {
            int start = Position;
            while (Position < text.Length && (char.IsLetterOrDigit(text[Position]) || text[Position] is '-' or '+' or '.'))
            {
                Position++;
            }

            if (Position == start)
            {
                throw new FormatException("a value is missing");
            }
        }
    }

    private void SkipContainer(char opening, int depth)
    {
        Take(opening);
        char closing = opening == '{' ? '}' : ']';
        if (TryTake(closing))
        {
            return;
        }

        do
        {
            if (opening == '{')
            {
                TakeString();
                Take(':');
            }

            Skip(depth + 1);
        }
        while (TryTake(','));

        Take(closing);
    }

    private char Escaped()
    {
        char kind = Position < text.Length ? text[Position++] : '\0';
        switch (kind)
        {
            case 'n': return '\n';
            case 't': return '\t';
            case 'r': return '\r';
            case 'b': return '\b';
            case 'f': return '\f';
            case '"' or '\\' or '/': return kind;
            case 'u' when Position + 4 <= text.Length && ushort.TryParse(text.Substring(Position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code):
                Position += 4;
                return (char)code;
            default: throw new FormatException("an escape is none of JSON's");
        }
    }
}
