namespace BalanceGen.Benchmarks;

/// <summary>What one writes by hand in an afternoon.</summary>
internal sealed class Baselines
{
    private readonly List<int>[] _rowsOfClass;
    private readonly double[] _cumulative;

    public Baselines(LongTail data)
    {
        _rowsOfClass = [.. data.Counts.Select(count => new List<int>(count))];
        for (int row = 0; row < data.ClassOfRow.Length; row++)
        {
            _rowsOfClass[data.ClassOfRow[row]].Add(row);
        }

        _cumulative = new double[data.ClassOfRow.Length];
        double sum = 0;
        for (int row = 0; row < _cumulative.Length; row++)
        {
            sum += 1.0 / data.Counts[data.ClassOfRow[row]];
            _cumulative[row] = sum;
        }
    }

    public void ListPerClass(Span<int> rows)
    {
        var random = new Random();
        foreach (ref int row in rows)
        {
            List<int> ofClass = _rowsOfClass[random.Next(_rowsOfClass.Length)];
            row = ofClass[random.Next(ofClass.Count)];
        }
    }

    public void CumulativeWeights(Span<int> rows)
    {
        var random = new Random();
        double total = _cumulative[^1];
        foreach (ref int row in rows)
        {
            int found = Array.BinarySearch(_cumulative, random.NextDouble() * total);
            row = Math.Min(found < 0 ? ~found : found + 1, _cumulative.Length - 1);
        }
    }
}
