using System.Runtime.CompilerServices;

namespace BalanceGen.Generators.Infrastructure;

/// <summary>The parts of an interpolated string, which go to the writer one by one.</summary>
[InterpolatedStringHandler]
internal readonly ref struct LineParts
{
    private readonly SourceWriter _writer;

    public LineParts(int literalLength, int formattedCount, SourceWriter writer) => _writer = writer;

    public void AppendLiteral(string text) => _writer.Append(text);

    public void AppendFormatted(string text) => _writer.Append(text);
}
