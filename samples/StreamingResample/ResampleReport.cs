using BalanceGen.Classes;
using BalanceGen.Streaming;
using System.Diagnostics;
using System.Globalization;
using BalanceGen;
using Digits.Reports;

namespace StreamingResample;

/// <summary>Resamples one stream in several ways and shows what comes out.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <typeparam name="TIndexer">Its class indexer.</typeparam>
/// <param name="page">Where it is written.</param>
/// <param name="rows">The stream.</param>
/// <param name="indexer">The class indexer.</param>
/// <param name="settings">The coefficients and the seed.</param>
public sealed class ResampleReport<T, TIndexer>(Page page, IEnumerable<T> rows, TIndexer indexer, Settings settings)
    where TIndexer : struct, IClassIndexer<T>
{
    /// <summary>Writes all sections.</summary>
    public void Write()
    {
        ClassCounts counts = Count();
        WriteShares(counts);
        WriteAcceptance(counts);
        WriteThroughput();
    }

    /// <summary>A pass with the coefficients 0 and 0 changes nothing and counts everything.</summary>
    private ClassCounts Count()
    {
        var trace = new ResamplingTrace(indexer.Classes);
        _ = rows.Resample(indexer, TargetDistribution.AsSource, oversampling: 0, undersampling: 0, trace: trace).Count();
        return trace.RowsIn;
    }

    private void WriteShares(ClassCounts counts)
    {
        page.Heading("Shares before and after");
        page.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"The recipe of tf.data towards {settings.Target}: oversampling {settings.Oversampling}, undersampling {settings.Undersampling}. It runs twice: with the shares given by an earlier count, and with shares that are estimated while the stream flows."));

        ResampledStream<T, TIndexer> given = rows.Resample(
            indexer, settings.Target, SourceDistribution.Of(counts, ZeroCountPolicy.ZeroWeight), settings.Oversampling, settings.Undersampling, settings.Seed);
        ClassCounts fromGiven = CountOf(given);
        ClassCounts fromEstimate = CountOf(rows.Resample(indexer, settings.Target, SourceDistribution.Estimated(), settings.Oversampling, settings.Undersampling, settings.Seed));
        var table = new Lines("class", "rows", "source", "copies", "expected", "shares given", "estimated");
        for (int index = 0; index < counts.Classes.Count; index++)
        {
            table.Add(
                counts.Classes[index],
                Number(counts[index]),
                Percent(counts.ShareOf(index)),
                given.Plan!.CopiesOf(index).ToString("F2", CultureInfo.InvariantCulture),
                Percent(given.Plan.ExpectedShareOf(index)),
                Percent(fromGiven.ShareOf(index)),
                Percent(fromEstimate.ShareOf(index)));
        }

        table.Add("total", Number(counts.Total), "", "", "", Number(fromGiven.Total), Number(fromEstimate.Total));
        page.Show(table);
        page.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"Largest class over smallest: {counts.ImbalanceRatio:F1} before, {fromGiven.ImbalanceRatio:F1} after."));
    }

    private void WriteAcceptance(ClassCounts counts)
    {
        page.Heading("What is thrown away to get there");
        SourceDistribution shares = SourceDistribution.Of(counts, ZeroCountPolicy.ZeroWeight);
        var table = new Lines("method", "kept at least once", "rows out for a row in", "largest / smallest class");
        foreach ((string name, ResampledStream<T, TIndexer> stream) in new[]
        {
            ("Resample, as above", rows.Resample(indexer, settings.Target, shares, settings.Oversampling, settings.Undersampling, settings.Seed)),
            ("Resample, 1 and 1", rows.Resample(indexer, settings.Target, shares, seed: settings.Seed)),
            ("RejectionResample", rows.RejectionResample(indexer, settings.Target, shares, settings.Seed)),
            ("RepeatResample", rows.RepeatResample(indexer, settings.Target, shares, settings.Seed)),
        })
        {
            ClassCounts result = CountOf(stream);
            table.Add(
                name,
                Percent(stream.Plan!.AcceptanceRate),
                stream.Plan.RowsOutPerRowIn.ToString("F2", CultureInfo.InvariantCulture),
                result.ImbalanceRatio.ToString("F2", CultureInfo.InvariantCulture));
        }

        page.Show(table);
        page.Say("The first two columns are known before the first row is read. A limit makes them an error instead of a surprise:");
        try
        {
            _ = rows.RejectionResample(indexer, settings.Target, shares, settings.Seed, minimumAcceptance: 0.9);
        }
        catch (LowAcceptanceException error)
        {
            page.Say(error.Message.Split('\n')[0]);
        }
    }

    private void WriteThroughput()
    {
        page.Heading("Throughput");
        var trace = new ResamplingTrace(indexer.Classes);
        var clock = Stopwatch.StartNew();
        long batches = 0;
        foreach (ReadOnlyMemory<T> batch in rows.Repeat(settings.Passes)
            .Resample(indexer, settings.Target, SourceDistribution.Estimated(), settings.Oversampling, settings.Undersampling, settings.Seed, trace: trace)
            .Shuffle(settings.Buffer, settings.Seed)
            .Batch(settings.BatchSize, reuseBuffer: true))
        {
            batches += batch.Length > 0 ? 1 : 0;
        }

        double seconds = clock.Elapsed.TotalSeconds;
        page.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{settings.Passes} passes through Repeat, Resample, Shuffle({settings.Buffer}) and Batch({settings.BatchSize}): {trace.RowsIn.Total:N0} rows in, {trace.RowsOut.Total:N0} rows in {batches:N0} batches out, {trace.RowsIn.Total / seconds / 1000:N0} thousand rows a second, reading and parsing included."));
    }

    private ClassCounts CountOf(ResampledStream<T, TIndexer> stream)
    {
        var counts = new long[indexer.Classes.Count];
        foreach (T row in stream)
        {
            counts[indexer.IndexOf(in row)]++;
        }

        return new ClassCounts(indexer.Classes, counts);
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:F2} %");
}
