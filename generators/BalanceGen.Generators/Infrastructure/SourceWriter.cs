using System;
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
        foreach (string line in lines.Split('\n'))
        {
            string content = line.TrimEnd('\r');
            if (content.Length > 0)
            {
                _text.Append(' ', _level * SpacesPerLevel).Append(content);
            }

            _text.Append('\n');
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

    /// <summary>Writes the lines that follow one level deeper, until the result is disposed.</summary>
    public BlockScope Indent()
    {
        _level++;
        return new BlockScope(this, closing: null);
    }

    /// <summary>The only place where text becomes a source file: UTF-8 without a byte order mark, SHA-256 as the compiler prefers.</summary>
    public SourceText ToSourceText() =>
        SourceText.From(_text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), SourceHashAlgorithm.Sha256);

    /// <summary>An open block.</summary>
    internal readonly struct BlockScope : IDisposable
    {
        private readonly SourceWriter _writer;
        private readonly string? _closing;

        public BlockScope(SourceWriter writer, string? closing)
        {
            _writer = writer;
            _closing = closing;
        }

        public void Dispose()
        {
            _writer._level--;
            if (_closing is not null)
            {
                _writer.Line(_closing);
            }
        }
    }
}
