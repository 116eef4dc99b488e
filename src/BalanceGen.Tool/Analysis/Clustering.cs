namespace BalanceGen.Tool.Analysis;

/// <summary>Puts classes that occur together beside each other.</summary>
internal static class Clustering
{
    /// <summary>For each two of the classes the rows that have both; on the diagonal the rows of the class.</summary>
    public static long[][] Matrix(MultiLabelCounts counts, IReadOnlyList<int> classes)
    {
        Dictionary<int, int> place = classes.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        long[][] matrix = [.. classes.Select(_ => new long[classes.Count])];
        foreach (LabelSetCount set in counts.LabelSets)
        {
            foreach (int first in set.ClassIndices.Span)
            {
                foreach (int second in set.ClassIndices.Span)
                {
                    if (place.TryGetValue(first, out int row) && place.TryGetValue(second, out int column))
                    {
                        matrix[row][column] += set.Count;
                    }
                }
            }
        }

        return matrix;
    }

    /// <summary>Begins with the most frequent class, and goes on with the class that shares the largest part of its rows with the one before (Jaccard).</summary>
    public static int[] Order(MultiLabelCounts counts, int[] classes)
    {
        if (classes.Length < 3)
        {
            return classes;
        }

        long[][] matrix = Matrix(counts, classes);
        double Likeness(int first, int second) => (double)matrix[first][second] / Math.Max(1, matrix[first][first] + matrix[second][second] - matrix[first][second]);
        var order = new List<int> { 0 };
        var left = new SortedSet<int>(Enumerable.Range(1, classes.Length - 1));
        while (left.Count > 0)
        {
            int last = order[^1];
            int next = left.OrderByDescending(candidate => Likeness(last, candidate)).ThenBy(candidate => candidate).First();
            left.Remove(next);
            order.Add(next);
        }

        return [.. order.Select(index => classes[index])];
    }
}
