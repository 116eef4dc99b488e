using System.Globalization;

namespace BalanceGen.Benchmarks;

/// <summary>Making a balanced sampler that computes its tables, beside making one that is given them, by turns.</summary>
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
            var schedule = new ClassSchedule(ClassQuotas.Of(index.Counts, TargetDistribution.Uniform, default).Quotas);
            byte[] order = [.. schedule.Slots.ToArray().Select(slot => (byte)('0' + (slot & 0xFF)))];
            List<double> computed = [];
            List<double> given = [];
            for (int round = 0; round < Rounds; round++)
            {
                computed.Add(Microseconds(() => new BalancedSampler(index, 42)));
                given.Add(Microseconds(() => new BalancedSampler(index, 42, new SamplerTables(Sampler.FormatVersion, set, counts, default, order))));
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"name":"new_balanced_sampler","classes":{{classes}},"us_computed":{{Median(computed):F0}},"us_given":{{Median(given):F0}}}"""));
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

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
