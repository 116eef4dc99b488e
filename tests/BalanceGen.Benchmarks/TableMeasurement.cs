using System.Globalization;

namespace BalanceGen.Benchmarks;

/// <summary>Making a weighted random sampler that computes its tables, beside making one that is given them, by turns.</summary>
internal static class TableMeasurement
{
    private const int Rounds = 15;
    private const int SamplersPerRound = 20;

    public static void Run()
    {
        foreach (int classes in (int[])[2, 10, 79])
        {
            ClassSet set = ClassSet.Numbered(classes);
            long[] counts = [.. Enumerable.Range(1, classes).Select(count => (long)count)];
            var index = RowIndex.OfSortedRows(new ClassCounts(set, counts));
            var table = new AliasTable([.. Enumerable.Repeat(1UL, classes)], [.. Enumerable.Range(0, classes)], [.. Enumerable.Repeat(1, classes)]);
            ulong[] thresholds = table.Thresholds.ToArray();
            byte[] aliases = [.. table.Ranges.ToArray().Where((_, entry) => entry % 2 == 1).Select(range => (byte)(range >> 32))];
            List<double> computed = [];
            List<double> given = [];
            for (int round = 0; round < Rounds; round++)
            {
                computed.Add(Microseconds(() => new WeightedRandomSampler(index, 42)));
                given.Add(Microseconds(() => new WeightedRandomSampler(index, 42, new SamplerTables(Sampler.FormatVersion, set, counts, default, thresholds, aliases))));
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"name":"new_weighted_sampler","classes":{{classes}},"us_computed":{{Measured.Median(computed):F0}},"us_given":{{Measured.Median(given):F0}}}"""));
        }
    }

    private static double Microseconds(Func<object> create)
    {
        double start = ThreadTime.Seconds;
        for (int sampler = 0; sampler < SamplersPerRound; sampler++)
        {
            GC.KeepAlive(create());
        }

        return (ThreadTime.Seconds - start) / SamplersPerRound * 1e6;
    }
}
