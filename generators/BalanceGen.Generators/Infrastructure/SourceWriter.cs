using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.Infrastructure;

/// <summary>Indented text with <c>\n</c> line ends on every OS.</summary>
internal sealed class SourceWriter
{
    private const int SpacesPerLevel = 4;

    /// <summary>More than most files have, and few enough to be kept.</summary>
    private const int Capacity = 1 << 14;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    // A run writes one file after another. Growing a new builder for each took longer than writing the lines.
    [ThreadStatic]
    private static StringBuilder? Spare;

    private readonly StringBuilder _text;
    private int _level;
    private bool _isLineStart = true;

    public SourceWriter()
    {
        _text = Spare ?? new StringBuilder(Capacity);
        Spare = null;
    }

    /// <summary>Writes one or more lines at the current indentation; a raw string keeps its own deeper indentation.</summary>
    public void Line(string lines = "")
    {
        Append(lines);
        EndLine();
    }

    /// <summary>The same for an interpolated string, whose parts are written as they are, without making one string of them.</summary>
    public void Line([InterpolatedStringHandlerArgument("")] LineParts lines) => EndLine();

    /// <summary>Writes a part of a line, or of several.</summary>
    public void Append(string text)
    {
        for (int start = 0; start < text.Length;)
        {
            int next = text.IndexOf('\n', start);
            int end = next < 0 ? text.Length : next;
            int length = (next > start && text[next - 1] == '\r' ? next - 1 : end) - start;
            if (length > 0)
            {
                _text.Append(' ', _isLineStart ? _level * SpacesPerLevel : 0).Append(text, start, length);
                _isLineStart = false;
            }

            if (next >= 0)
            {
                EndLine();
            }

            start = end + 1;
        }
    }

    /// <summary>Writes the items of a list one level deeper, with a comma after each.</summary>
    /// <param name="items">The items.</param>
    /// <param name="perLine">The most items on one line.</param>
    public void Items(IReadOnlyList<string> items, int perLine)
    {
        for (int index = 0; index < items.Count; index++)
        {
            bool isFirst = index % perLine == 0;
            bool isLast = index % perLine == perLine - 1 || index == items.Count - 1;
            _text.Append(' ', isFirst ? (_level + 1) * SpacesPerLevel : 1).Append(items[index]).Append(isLast ? ",\n" : ",");
        }
    }

    /// <summary>Writes a header and an opening brace; disposing the result closes the brace.</summary>
    /// <param name="header">What stands before the brace.</param>
    /// <param name="closing">The closing brace and what follows it.</param>
    public BlockScope Block(string header, string closing = "}")
    {
        Line(header);
        Line("{");
        _level++;
        return new BlockScope(this, closing);
    }

    /// <summary>Writes a statement that is done under a condition.</summary>
    public void If(string condition, string statement)
    {
        using (Block($"if ({condition})"))
        {
            Line(statement);
        }
    }

    /// <summary>The only place where text becomes a source file: UTF-8 without a byte order mark, SHA-256 as the compiler prefers. Ends the writer.</summary>
    public SourceText ToSourceText()
    {
        var text = SourceText.From(_text.ToString(), Utf8, SourceHashAlgorithm.Sha256);
        Spare = _text.Capacity == Capacity ? _text.Clear() : null;
        return text;
    }

    private void EndLine()
    {
        _text.Append('\n');
        _isLineStart = true;
    }

    /// <summary>An open block.</summary>
    internal readonly struct BlockScope(SourceWriter writer, string closing) : IDisposable
    {
        public void Dispose()
        {
            writer._level--;
            writer.Line(closing);
        }
    }
}
