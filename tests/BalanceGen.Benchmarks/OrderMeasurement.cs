using System.Globalization;

namespace BalanceGen.Benchmarks;

/// <summary>What the class order of a balanced sampler looks like with equal shares: the table of docs/samplers/balanced.md.</summary>
internal static class OrderMeasurement
{
    private const int Seeds = 20;
    private const int Periods = 4;
    private const int FewestBatches = 40;

    public static void Run()
    {
        foreach (int classes in (int[])[10, 37, 1000, 8142, 16_000, 40_000])
        {
            int batch = classes > 100 ? 32 : 10;
            int draws = Math.Max(FewestBatches * batch, Periods * classes / batch * batch);
            var index = RowIndex.OfSortedRows(new ClassCounts(ClassSet.Numbered(classes), [.. Enumerable.Repeat(2L, classes)]));
            long consecutive = 0;
            long relatives = 0;
            long neighbours = 0;
            var orders = new HashSet<string>();
            for (int seed = 0; seed < Seeds; seed++)
            {
                var rows = new int[draws];
                new BalancedSampler(index, seed).Fill(0, rows);
                int[] drawn = [.. rows.Select(row => row / 2)];
                neighbours += Enumerable.Range(1, draws - 1).Count(draw => Math.Abs(drawn[draw] - drawn[draw - 1]) == 1);
                foreach (int[] of in drawn.Chunk(batch))
                {
                    int[] sorted = [.. of.Order()];
                    consecutive += sorted[^1] - sorted[0] == batch - 1 && sorted.Distinct().Count() == batch && classes > batch ? 1 : 0;
                    relatives += sorted.Select((one, place) => sorted.Skip(place + 1).Count(other => other != one && other - one < 32)).Sum();
                }

                orders.UnionWith(Enumerable.Range(0, Periods).Select(period => string.Join(' ', drawn.Skip(period * classes).Take(classes))));
            }

            double batches = (double)Seeds * draws / batch;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {classes} | {consecutive / batches:P1} | {relatives / batches:F2} | {100.0 * neighbours / (Seeds * (draws - 1.0)):F3} % | {orders.Count} of {Seeds * Periods} |"));
        }
    }
}
