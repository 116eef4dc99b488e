using System.Globalization;
using BalanceGen.Classes;

namespace BalanceGen.TorchSharp.Tests;

/// <summary>A point has class 0 if its number is even, 1 if 3 divides it, 2 if 5 does.</summary>
internal readonly struct KindsIndexer : IMultiLabelIndexer<Point>
{
    public ClassSet Classes => Point.Classes.Set;

    public int ClassesOf(in Point row, Span<int> classIndices)
    {
        int count = 0;
        for (int place = 0; place < 3; place++)
        {
            if (row.Number % (place == 0 ? 2 : (2 * place) + 1) == 0)
            {
                classIndices[count++] = place;
            }
        }

        return count;
    }

    public string DescribeLabels(in Point row) => row.Number.ToString(CultureInfo.InvariantCulture);
}
