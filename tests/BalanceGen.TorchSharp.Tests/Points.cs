namespace BalanceGen.TorchSharp.Tests;

/// <summary>70 common, 20 seldom and 7 rare rows, mixed.</summary>
internal static class Points
{
    public static Point[] Rows { get; } = [.. Enumerable.Range(0, 97).Select(number => new Point(number, KindOf(number)))];

    public static IndexedDataset<Point> Dataset { get; } = Point.Classes.Index(Rows);

    /// <summary>Two elements, so that a row in a wrong place shows.</summary>
    public static void Encode(in Point point, Span<float> destination)
    {
        destination[0] = point.Number;
        destination[1] = -point.Number;
    }

    private static Kind KindOf(int number) => number % 14 == 0 ? Kind.Rare : number % 14 <= 10 ? Kind.Common : Kind.Seldom;
}
