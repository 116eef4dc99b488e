namespace BalanceGen.Tool.Analysis;

/// <summary>How the classes lie along the file.</summary>
/// <param name="Runs">The number of runs of rows of one class.</param>
/// <param name="ExpectedRuns">The expected number where the rows lie in random order: 1 + (N² − Σ n²)/N.</param>
/// <param name="LongestRun">The length of the longest run.</param>
/// <param name="LongestRunClass">Its class.</param>
/// <param name="LongestRunStart">The row it begins at, from 0.</param>
/// <param name="Kind">sorted, clustered or mixed.</param>
/// <param name="Meaning">What it means for training.</param>
/// <param name="Bins">For each hundredth of the file and each class the number of rows.</param>
internal sealed record RowOrder(
    long Runs, double ExpectedRuns, long LongestRun, string LongestRunClass, long LongestRunStart, string Kind, string Meaning, [property: System.Text.Json.Serialization.JsonIgnore] long[][] Bins)
{
    private const int BinCount = 100;

    /// <summary>Fewer runs than this share of what random order would have: rows of a class lie together.</summary>
    private const double Clustered = 0.8;

    /// <summary>The order of the rows, or null where there are no rows with one class each.</summary>
    public static RowOrder? Of(LabelledData data)
    {
        if (data.Cells.CellOfRow is not { Length: > 1 } rows || data.MultiLabel is not null)
        {
            return null;
        }

        int classes = data.Classes.Count;
        int bins = Math.Min(BinCount, rows.Length);
        long[][] shares = [.. Enumerable.Range(0, bins).Select(_ => new long[classes])];
        int[] classOfCell = [.. data.Labelling.ClassesOfCell.Select(set => set.Length == 0 ? -1 : set[0])];
        long runs = 0, length = 0, longest = 0, longestStart = 0, longestClass = 0;
        int last = -2;
        for (int row = 0; row < rows.Length; row++)
        {
            int classIndex = rows[row] < 0 ? -1 : classOfCell[rows[row]];
            if (classIndex < 0)
            {
                continue;
            }

            shares[(int)((long)row * bins / rows.Length)][classIndex]++;
            length = classIndex == last ? length + 1 : 1;
            runs += classIndex == last ? 0 : 1;
            last = classIndex;
            if (length > longest)
            {
                (longest, longestClass, longestStart) = (length, classIndex, row - length + 1);
            }
        }

        double total = data.Counts.Total;
        double squares = data.Counts.Values.ToArray().Sum(count => (double)count * count);
        double expected = 1 + (((total * total) - squares) / total);
        int present = classes - data.Counts.EmptyClasses.Count;
        string kind = present < 2 ? "mixed" : runs == present ? "sorted" : runs < Clustered * expected ? "clustered" : "mixed";
        string meaning = kind switch
        {
            "sorted" => "The rows are sorted by class. A shuffle buffer of 2,048 rows is then no shuffle: whole batches have one class, and taking the first rows as training set leaves classes out. Shuffle the whole file, or use a sampler that reads rows by number.",
            "clustered" => "Rows of a class lie together. Shuffle buffers that are smaller than the file give batches of few classes; shuffle the whole file, or use a sampler that reads rows by number.",
            _ => "The classes lie mixed, as in random order: reading the file from its beginning is no worse than shuffling it once.",
        };
        return new RowOrder(runs, expected, longest, data.Classes[(int)longestClass], longestStart, kind, meaning, shares);
    }
}
