using System.Collections;

namespace Digits.Reports;

/// <summary>The lines of a table. The first column and columns without a header hold text; the others hold numbers.</summary>
public sealed class Lines(params string[] header) : IEnumerable<IReadOnlyList<string>>
{
    private readonly List<IReadOnlyList<string>> _cells = [];

    /// <summary>The headers of the columns.</summary>
    public IReadOnlyList<string> Header { get; } = header;

    /// <summary>Adds a line; missing cells at its end stay empty.</summary>
    public void Add(params string[] cells) => _cells.Add(cells);

    /// <inheritdoc/>
    public IEnumerator<IReadOnlyList<string>> GetEnumerator() => _cells.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static bool IsLeftAligned(IReadOnlyList<string> header, int column) => column == 0 || header[column].Length == 0;
}
