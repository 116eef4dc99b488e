namespace BalanceGen.Sampling;

/// <summary>How many rows a subset of a split gets: a share of all rows, a number of rows, or the rows that the other subsets leave.</summary>
/// <remarks>The default value is <see cref="Rest"/>. An immutable value of 16 bytes.</remarks>
public readonly record struct SubsetSize
{
    private readonly double _share;
    private readonly int _rows;

    private SubsetSize(double share, int rows)
    {
        _share = share;
        _rows = rows;
    }

    /// <summary>The rows that the other subsets leave. At most one subset may have this size.</summary>
    public static SubsetSize Rest => default;

    /// <summary>A share of all rows.</summary>
    /// <param name="share">The share, of (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside that range or NaN.</exception>
    public static SubsetSize Share(double share) =>
        share is > 0 and < 1 ? new SubsetSize(share, 0) : throw new ArgumentOutOfRangeException(nameof(share), share, "The share of a subset must be of (0, 1).");

    /// <summary>A number of rows.</summary>
    /// <param name="rows">The number, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is less than 1.</exception>
    public static SubsetSize Rows(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        return new SubsetSize(0, rows);
    }

    /// <summary>Subsets of one size, such as the test subsets of cross-validation.</summary>
    /// <param name="subsets">The number of subsets, 2 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="subsets"/> is less than 2.</exception>
    public static SubsetSize[] Equal(int subsets)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(subsets, 2);
        var sizes = new SubsetSize[subsets];
        Array.Fill(sizes, Share(1.0 / subsets));
        return sizes;
    }

    /// <summary>The size as text: <c>20 %</c>, <c>500 rows</c> or <c>the rest</c>.</summary>
    public override string ToString() =>
        _rows > 0 ? string.Create(CultureInfo.InvariantCulture, $"{_rows} rows")
        : _share > 0 ? string.Create(CultureInfo.InvariantCulture, $"{_share * 100:0.####} %")
        : "the rest";

    /// <summary>The number of rows of each subset: they add up to the number of rows, and none is 0.</summary>
    /// <remarks>
    /// A share is rounded to the nearest number, halves up. Where no subset takes the rest, shares are rounded at their common borders instead,
    /// so that they add up.
    /// </remarks>
    internal static int[] Resolve(ReadOnlySpan<SubsetSize> subsets, int rowCount, string operation)
    {
        if (subsets.Length < 2)
        {
            throw new ArgumentException($"{operation} needs two or more subsets; {subsets.Length} are given.", nameof(subsets));
        }

        EmptyDatasetException.ThrowIfEmpty(rowCount, operation);
        int rest = RestOf(subsets);
        var rows = new int[subsets.Length];
        double share = 0;
        long border = 0;
        long given = 0;
        for (int subset = 0; subset < subsets.Length; subset++)
        {
            share += subsets[subset]._share;
            long next = (long)Math.Floor((share * rowCount) + 0.5);
            long ofShare = rest >= 0 ? (long)Math.Floor((subsets[subset]._share * rowCount) + 0.5) : next - border;
            rows[subset] = subsets[subset]._rows > 0 ? subsets[subset]._rows : (int)ofShare;
            border = next;
            given += rows[subset];
        }

        if (rest >= 0 && given < rowCount)
        {
            rows[rest] = (int)(rowCount - given);
            given = rowCount;
        }

        if (given != rowCount)
        {
            throw new ArgumentException(
                $"The subsets {Describe(subsets)} take {given} rows, and there are {rowCount}. Give one subset SubsetSize.Rest, or sizes that add up.", nameof(subsets));
        }

        int empty = Array.IndexOf(rows, 0);
        return empty < 0 ? rows : throw new ArgumentException($"Subset {empty} ({subsets[empty]}) of {rowCount} rows would have no rows.", nameof(subsets));
    }

    /// <summary>The share of each subset as it was asked for, not as whole rows have it. They add up to 1.</summary>
    /// <param name="subsets">The sizes.</param>
    /// <param name="rows">The number of rows of each subset.</param>
    internal static double[] Shares(ReadOnlySpan<SubsetSize> subsets, ReadOnlySpan<int> rows)
    {
        long all = rows.ToArray().Sum(ofSubset => (long)ofSubset);
        int rest = RestOf(subsets);
        var shares = new double[subsets.Length];
        double given = 0;
        for (int subset = 0; subset < subsets.Length; subset++)
        {
            shares[subset] = subsets[subset]._share > 0 ? subsets[subset]._share : (double)rows[subset] / all;
            given += subset == rest ? 0 : shares[subset];
        }

        if (rest >= 0 && given < 1)
        {
            shares[rest] = 1 - given;
        }

        return shares;
    }

    private static int RestOf(ReadOnlySpan<SubsetSize> subsets)
    {
        int rest = subsets.IndexOf(Rest);
        return rest < 0 || subsets[(rest + 1)..].IndexOf(Rest) < 0
            ? rest
            : throw new ArgumentException("Only one subset can take the rest.", nameof(subsets));
    }

    private static string Describe(ReadOnlySpan<SubsetSize> subsets)
    {
        SubsetSize[] all = subsets.ToArray();
        return ShortList.Of(all.Length, place => all[place].ToString());
    }
}
