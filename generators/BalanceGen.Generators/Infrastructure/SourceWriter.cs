using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.Infrastructure;

/// <summary>Indented text with <c>\n</c> line ends on every OS.</summary>
internal sealed class SourceWriter
{
    private const int SpacesPerLevel = 4;

    private readonly StringBuilder _text = new();
    private int _level;

    /// <summary>Writes one or more lines at the current indentation; a raw string keeps its own deeper indentation.</summary>
    public void Line(string lines = "")
    {
        for (int start = 0; start <= lines.Length;)
        {
            int next = lines.IndexOf('\n', start);
            int end = next < 0 ? lines.Length : next;
            int length = (end > start && lines[end - 1] == '\r' ? end - 1 : end) - start;
            if (length > 0)
            {
                _text.Append(' ', _level * SpacesPerLevel).Append(lines, start, length);
            }

            _text.Append('\n');
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

    /// <summary>The only place where text becomes a source file: UTF-8 without a byte order mark, SHA-256 as the compiler prefers.</summary>
    public SourceText ToSourceText() =>
        SourceText.From(_text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), SourceHashAlgorithm.Sha256);

    /// <summary>An open block.</summary>
    internal readonly struct BlockScope : IDisposable
    {
        private readonly SourceWriter _writer;
        private readonly string _closing;

        public BlockScope(SourceWriter writer, string closing)
        {
            _writer = writer;
            _closing = closing;
        }

        public void Dispose()
        {
            _writer._level--;
            _writer.Line(_closing);
        }
    }
}
