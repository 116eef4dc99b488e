namespace BalanceGen.Sampling;

/// <summary>
/// Weights of rows as integers: each is multiplied by the same power of two, such that they add up to about 2^61, and cut off. A
/// positive weight has 1 unit or more. Nothing is stored.
/// </summary>
/// <remarks>
/// Exact for weights with few significant bits, such as counts and their halves; otherwise a row's probability is off by less than 2^-60.
/// </remarks>
internal sealed class RowUnits
{
    private const int TotalBits = 61;

    private readonly SampleWeights _weights;
    private readonly int _shift;

    public RowUnits(SampleWeights weights)
    {
        _weights = weights;
        foreach (double weight in weights.Values)
        {
            PositiveCount += weight > 0 ? 1 : 0;
        }

        if (PositiveCount == 0)
        {
            return;
        }

        // Scaled first, so that the sum is finite for weights of any size. Added in row order, so that it is the same everywhere.
        int exponent = Math.ILogB(weights.Largest);
        double sum = 0;
        foreach (double weight in weights.Values)
        {
            sum += Math.ScaleB(weight, -exponent);
        }

        _shift = TotalBits - Math.ILogB(sum) - exponent;
        for (int row = 0; row < weights.Count; row++)
        {
            Total += this[row];
        }
    }

    /// <summary>The number of rows, with those of weight 0.</summary>
    public int RowCount => _weights.Count;

    /// <summary>The number of rows with a positive weight.</summary>
    public int PositiveCount { get; }

    /// <summary>The units of all rows, below 2^63.</summary>
    public ulong Total { get; }

    /// <summary>The units of a row.</summary>
    public ulong this[int row]
    {
        get
        {
            double weight = _weights.Values[row];
            return weight > 0 ? Math.Max(1, (ulong)(long)Math.ScaleB(weight, _shift)) : 0;
        }
    }
}
