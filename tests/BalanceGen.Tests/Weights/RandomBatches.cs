namespace BalanceGen.Tests.Weights;

/// <summary>Batches of every awkward kind: empty classes, one class only, one row, no row, ignored labels.</summary>
internal static class RandomBatches
{
    public const int Ignored = -1;

    public static IEnumerable<(ClassSet Classes, int[] ClassIndices)> Of(int seed, int count, bool withIgnored)
    {
        var random = new Random(seed);
        for (int batch = 0; batch < count; batch++)
        {
            int classCount = batch % 10 == 0 ? 1000 : random.Next(1, 12);
            int present = random.Next(1, classCount + 1);
            int[] rows = new int[(batch % 7) switch { 0 => 1, 1 => 0, _ => random.Next(1, 200) }];
            for (int row = 0; row < rows.Length; row++)
            {
                // The square makes the classes of a batch unequally frequent.
                rows[row] = (int)(random.NextDouble() * random.NextDouble() * present);
                if (withIgnored && random.Next(4) == 0)
                {
                    rows[row] = Ignored;
                }
            }

            if (batch % 11 == 0)
            {
                Array.Fill(rows, rows.Length == 0 ? 0 : Math.Max(0, rows[0]));
            }

            yield return (ClassSet.Numbered(classCount), rows);
        }
    }
}
