using System.Text;

namespace BalanceGen.Classes;

/// <summary>Text in aligned columns, the first column to the left, the others to the right: a header, a line for each class, and lines below.</summary>
internal sealed class AlignedTable(params string[] header)
{
    private const string Gap = "  ";

    /// <summary>The most classes of which every line is shown; of more, the first and the last ones.</summary>
    private const int MostClasses = 40;

    private const int Head = 20;
    private const int Tail = 10;

    private readonly List<string[]> _classes = [];
    private readonly List<string[]> _below = [];

    /// <summary>Adds the line of a class.</summary>
    public void Add(params string[] cells) => _classes.Add(cells);

    /// <summary>Adds a line below the classes.</summary>
    public void AddBelow(params string[] cells) => _below.Add(cells);

    /// <summary>The table.</summary>
    /// <param name="whole">Whether it has the lines of all classes, however many there are.</param>
    public string ToString(bool whole)
    {
        bool isCut = !whole && _classes.Count > MostClasses;
        List<string[]> lines = [header, .. isCut ? _classes[..Head] : _classes];
        int cut = lines.Count;
        lines.AddRange(isCut ? _classes[^Tail..] : []);
        lines.AddRange(_below);

        var widths = new int[header.Length];
        foreach (string[] line in lines)
        {
            for (int column = 0; column < line.Length; column++)
            {
                widths[column] = Math.Max(widths[column], line[column].Length);
            }
        }

        var text = new StringBuilder();
        for (int number = 0; number < lines.Count; number++)
        {
            if (isCut && number == cut)
            {
                text.Append(CultureInfo.InvariantCulture, $"… {_classes.Count - Head - Tail:N0} more classes …\n");
            }

            Append(text, lines[number], widths);
        }

        return text.ToString(0, text.Length - 1);
    }

    /// <summary>A line for each class with a number.</summary>
    public static string OfNumbers(string column, ClassSet classes, double[] numbers, bool whole)
    {
        var table = new AlignedTable("class", column);
        for (int index = 0; index < numbers.Length; index++)
        {
            table.Add(classes[index], numbers[index].ToString("G6", CultureInfo.InvariantCulture));
        }

        return table.ToString(whole);
    }

    private static void Append(StringBuilder text, string[] line, int[] widths)
    {
        int lineStart = text.Length;
        for (int column = 0; column < line.Length; column++)
        {
            text.Append(column == 0 ? line[column].PadRight(widths[column]) : Gap + line[column].PadLeft(widths[column]));
        }

        while (text.Length > lineStart && text[^1] == ' ')
        {
            text.Length--;
        }

        text.Append('\n');
    }
}
