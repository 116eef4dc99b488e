using System.Globalization;

namespace BalanceGen.Sampling;

/// <summary>How many rows a side of a split gets: a share of all rows, a number of rows, or what the other sides leave.</summary>
/// <remarks>The default value is <see cref="Rest"/>. An immutable value of 16 bytes.</remarks>
public readonly record struct SideSize
{
    private readonly double _share;
    private readonly int _rows;

    private SideSize(double share, int rows)
    {
        _share = share;
        _rows = rows;
    }

    /// <summary>What the other sides leave. At most one side may have this size.</summary>
    public static SideSize Rest => default;

    /// <summary>A share of all rows.</summary>
    /// <param name="share">The share, of (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside that range or NaN.</exception>
    public static SideSize Share(double share) =>
        share is > 0 and < 1 ? new SideSize(share, 0) : throw new ArgumentOutOfRangeException(nameof(share), share, "The share of a side must be of (0, 1).");

    /// <summary>A number of rows.</summary>
    /// <param name="rows">The number, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is less than 1.</exception>
    public static SideSize Rows(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        return new SideSize(0, rows);
    }

    /// <summary>Sides of one size, such as the test sides of cross-validation.</summary>
    /// <param name="sides">The number of sides, 2 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sides"/> is less than 2.</exception>
    public static SideSize[] Equal(int sides)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sides, 2);
        var sizes = new SideSize[sides];
        Array.Fill(sizes, Share(1.0 / sides));
        return sizes;
    }

    /// <summary>The size as text: <c>20 %</c>, <c>500 rows</c> or <c>the rest</c>.</summary>
    public override string ToString() =>
        _rows > 0 ? string.Create(CultureInfo.InvariantCulture, $"{_rows} rows")
        : _share > 0 ? string.Create(CultureInfo.InvariantCulture, $"{_share * 100:0.####} %")
        : "the rest";

    /// <summary>The number of rows of each side: they add up to the number of rows, and none is 0.</summary>
    /// <remarks>
    /// A share is rounded to the nearest number, halves up. Where no side takes the rest, shares are rounded at their common borders instead,
    /// so that they add up.
    /// </remarks>
    internal static int[] Resolve(ReadOnlySpan<SideSize> sides, int rowCount, string operation)
    {
        if (sides.Length < 2)
        {
            throw new ArgumentException($"{operation} needs two or more sides; {sides.Length} are given.", nameof(sides));
        }

        if (rowCount == 0)
        {
            throw new EmptyDatasetException(operation);
        }

        int rest = RestOf(sides);
        var rows = new int[sides.Length];
        double share = 0;
        long border = 0;
        long given = 0;
        for (int side = 0; side < sides.Length; side++)
        {
            share += sides[side]._share;
            long next = (long)Math.Floor((share * rowCount) + 0.5);
            long ofShare = rest >= 0 ? (long)Math.Floor((sides[side]._share * rowCount) + 0.5) : next - border;
            rows[side] = sides[side]._rows > 0 ? sides[side]._rows : (int)ofShare;
            border = next;
            given += rows[side];
        }

        if (rest >= 0 && given < rowCount)
        {
            rows[rest] = (int)(rowCount - given);
            given = rowCount;
        }

        if (given != rowCount)
        {
            throw new ArgumentException(
                $"The sides {Describe(sides)} take {given} rows, and there are {rowCount}. Give one side SideSize.Rest, or sizes that add up.", nameof(sides));
        }

        int empty = Array.IndexOf(rows, 0);
        return empty < 0 ? rows : throw new ArgumentException($"Side {empty} ({sides[empty]}) of {rowCount} rows would have no rows.", nameof(sides));
    }

    /// <summary>The share of each side as it was asked for, not as whole rows have it. They add up to 1.</summary>
    /// <param name="sides">The sizes.</param>
    /// <param name="rows">The number of rows of each side.</param>
    internal static double[] Shares(ReadOnlySpan<SideSize> sides, ReadOnlySpan<int> rows)
    {
        long all = 0;
        foreach (int ofSide in rows)
        {
            all += ofSide;
        }

        var shares = new double[sides.Length];
        double given = 0;
        for (int side = 0; side < sides.Length; side++)
        {
            shares[side] = sides[side]._share > 0 ? sides[side]._share : (double)rows[side] / all;
            given += side == RestOf(sides) ? 0 : shares[side];
        }

        if (RestOf(sides) is >= 0 and int rest && given < 1)
        {
            shares[rest] = 1 - given;
        }

        return shares;
    }

    private static int RestOf(ReadOnlySpan<SideSize> sides)
    {
        int rest = sides.IndexOf(Rest);
        return rest < 0 || sides[(rest + 1)..].IndexOf(Rest) < 0
            ? rest
            : throw new ArgumentException("Only one side can take the rest.", nameof(sides));
    }

    private static string Describe(ReadOnlySpan<SideSize> sides)
    {
        SideSize[] all = sides.ToArray();
        return ShortList.Of(all.Length, place => all[place].ToString());
    }
}
