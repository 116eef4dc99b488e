using System.Globalization;

namespace BalanceGen.Tests.RealData;

/// <summary>One labelled file of ../shared/data with the class counts that were computed for it elsewhere, twice.</summary>
public sealed class RealDataset
{
    private RealDataset(string directory, string file, string labelColumn)
    {
        Directory = directory;
        File = file;
        LabelColumn = labelColumn;
    }

    public string Directory { get; }

    public string File { get; }

    public string LabelColumn { get; }

    /// <summary>The declared classes and their counts, those without rows included.</summary>
    public List<(string Class, long Count)> Expected { get; } = [];

    /// <summary>Whether the file lists counts instead of rows.</summary>
    public bool IsCountList => LabelColumn.Contains("(count list", StringComparison.Ordinal);

    public static IEnumerable<RealDataset> SingleLabelSets()
    {
        if (Repository.SharedData is null)
        {
            return [];
        }

        var sets = new Dictionary<(string, string), RealDataset>();
        foreach (string line in System.IO.File.ReadLines(Path.Combine(Repository.SharedData, "expected_counts.csv")).Skip(1))
        {
            string[] cells = SplitCsv(line, ',');
            if (cells[3] == "1")
            {
                continue;
            }

            if (!sets.TryGetValue((cells[0], cells[1]), out RealDataset? set))
            {
                sets.Add((cells[0], cells[1]), set = new RealDataset(cells[0], cells[1], cells[2]));
            }

            set.Expected.Add((cells[4], long.Parse(cells[5], CultureInfo.InvariantCulture)));
        }

        return sets.Values;
    }

    /// <summary>The label of every row, in file order.</summary>
    public List<string> ReadLabels()
    {
        string[] lines = [.. System.IO.File.ReadLines(Path.Combine(Repository.SharedData!, Directory, File)).Where(line => line.Length > 0)];
        bool fields = LabelColumn.Contains("space-separated", StringComparison.Ordinal) || LabelColumn.Contains("(field", StringComparison.Ordinal);
        bool blanks = fields || LabelColumn.EndsWith("(last)", StringComparison.Ordinal);
        bool header = !fields && !LabelColumn.Contains("(no header)", StringComparison.Ordinal);
        char separator = File.EndsWith(".tsv", StringComparison.Ordinal) ? '\t' : lines[0].Contains(';') ? ';' : ',';
        string[] Split(string line) => blanks ? line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : line.Split(separator);

        int column = LabelColumn switch
        {
            ['c', 'o', 'l', 'u', 'm', 'n', ' ', 'i', 'n', 'd', 'e', 'x', ' ', .. var rest] => int.Parse(rest.Split(' ')[0], CultureInfo.InvariantCulture),
            _ when LabelColumn.Contains("(field 2)", StringComparison.Ordinal) => 1,
            _ when blanks => Split(lines[^1]).Length - 1,
            _ => Array.IndexOf([.. Split(lines[0]).Select(cell => cell.Trim('"'))], LabelColumn),
        };
        return [.. lines.Skip(header ? 1 : 0).Select(line => Split(line)[column])];
    }

    public override string ToString() => $"{Directory}/{File}";

    private static string[] SplitCsv(string line, char separator)
    {
        var cells = new List<string>();
        for (int start = 0; start <= line.Length;)
        {
            if (start < line.Length && line[start] == '"')
            {
                int end = line.IndexOf('"', start + 1);
                cells.Add(line[(start + 1)..end]);
                start = end + 2;
            }
            else
            {
                int end = line.IndexOf(separator, start);
                end = end < 0 ? line.Length : end;
                cells.Add(line[start..end]);
                start = end + 1;
            }
        }

        return [.. cells];
    }
}
