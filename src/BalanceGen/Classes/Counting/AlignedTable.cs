using System.Text;

namespace BalanceGen.Classes;

/// <summary>Text in aligned columns: the first column to the left, the others to the right.</summary>
internal sealed class AlignedTable(params string[] header)
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [header];

    public void Add(params string[] cells) => _rows.Add(cells);

    public override string ToString()
    {
        var widths = new int[header.Length];
        foreach (string[] row in _rows)
        {
            for (int column = 0; column < row.Length; column++)
            {
                widths[column] = Math.Max(widths[column], row[column].Length);
            }
        }

        var text = new StringBuilder();
        foreach (string[] row in _rows)
        {
            int lineStart = text.Length;
            for (int column = 0; column < row.Length; column++)
            {
                text.Append(column == 0 ? row[column].PadRight(widths[column]) : Gap + row[column].PadLeft(widths[column]));
            }

            while (text.Length > lineStart && text[^1] == ' ')
            {
                text.Length--;
            }

            text.Append('\n');
        }

        return text.ToString(0, text.Length - 1);
    }
}
