namespace BalanceGen.Generators.Model;

/// <summary>
/// The class weights of the schemes that have no parameter. They are the library's to the last bit: the same operations in the same order, each
/// of them one that IEEE 754 defines exactly. A test compares them.
/// </summary>
internal sealed class BakedWeights
{
    private readonly double[] _counts;
    private readonly double _total;
    private readonly int _classes;

    private BakedWeights(BakedCounts counts, ZeroCountsModel zeroCounts)
    {
        _counts = [.. counts.Values.Select(count => count + zeroCounts.Alpha)];
        _total = counts.Total + (zeroCounts.Alpha * counts.Values.Count);
        _classes = zeroCounts.GivesZeroWeight ? counts.Values.Count(count => count > 0) : counts.Values.Count;
    }

    /// <summary>N / (C·n).</summary>
    public IEnumerable<double> Balanced => Each(count => _total / (_classes * count));

    /// <summary>N / n.</summary>
    public IEnumerable<double> InverseFrequency => Each(count => _total / count);

    /// <summary>The square root of the balanced weight.</summary>
    public IEnumerable<double> InverseSquareRoot => Each(count => Math.Sqrt(_total / (_classes * count)));

    /// <summary>The median of the frequencies divided by the frequency.</summary>
    public IEnumerable<double> MedianFrequency
    {
        get
        {
            double[] frequencies = [.. _counts.Select(count => count / _total)];
            double[] sorted = [.. frequencies.Where(frequency => frequency > 0).OrderBy(frequency => frequency)];
            int middle = sorted.Length / 2;
            double median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
            return frequencies.Select(frequency => frequency == 0 ? 0 : median / frequency);
        }
    }

    /// <summary>The weights. Null if the library would throw, because there are no rows at all, or because a class has no rows and there is no policy for it.</summary>
    public static BakedWeights? Of(BakedCounts counts, ZeroCountsModel? declared)
    {
        ZeroCountsModel zeroCounts = declared ?? ZeroCountsModel.Throw;
        bool wouldThrow = counts.Total == 0 || (counts.HasEmptyClass && zeroCounts == ZeroCountsModel.Throw);
        return wouldThrow ? null : new BakedWeights(counts, zeroCounts);
    }

    private IEnumerable<double> Each(Func<double, double> weight) => _counts.Select(count => count == 0 ? 0 : weight(count));
}
