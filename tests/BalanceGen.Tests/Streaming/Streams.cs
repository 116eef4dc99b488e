using System.Runtime.CompilerServices;

namespace BalanceGen.Tests.Streaming;

/// <summary>Sources for tests.</summary>
internal static class Streams
{
    /// <summary>Rows whose labels are drawn from shares by an ordinary generator.</summary>
    public static IEnumerable<Labelled> Drawn(double[] shares, long rows, int seed)
    {
        var random = new Random(seed);
        double[] ends = new double[shares.Length];
        double sum = 0;
        for (int index = 0; index < shares.Length; index++)
        {
            ends[index] = sum += shares[index];
        }

        int last = Array.FindLastIndex(shares, share => share > 0);
        for (long row = 0; row < rows; row++)
        {
            int label = Array.BinarySearch(ends, random.NextDouble() * sum);
            label = Math.Min(label < 0 ? ~label : label + 1, last);
            yield return new Labelled(row, label);
        }
    }

    /// <summary>A skewed distribution; some classes may have the share 0.</summary>
    public static double[] Skewed(int classes, bool withZeros, Random random)
    {
        double[] shares = new double[classes];
        for (int index = 0; index < classes; index++)
        {
            double u = random.NextDouble();
            shares[index] = withZeros && random.Next(4) == 0 && index > 0 ? 0 : Math.Pow(u, 3) + 1e-4;
        }

        double sum = shares.Sum();
        return [.. shares.Select(share => share / sum)];
    }

    /// <summary>An asynchronous source that suspends now and then.</summary>
    public static async IAsyncEnumerable<T> Async<T>(IEnumerable<T> rows, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        int count = 0;
        foreach (T row in rows)
        {
            if (++count % 97 == 0)
            {
                await Task.Yield();
            }

            cancellation.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    /// <summary>A source that fails at a row.</summary>
    public static IEnumerable<T> FailingAt<T>(IEnumerable<T> rows, int row)
    {
        foreach (T item in rows)
        {
            if (row-- == 0)
            {
                throw new IOException("The disk is gone.");
            }

            yield return item;
        }
    }

    public static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> rows)
    {
        List<T> list = [];
        await foreach (T row in rows)
        {
            list.Add(row);
        }

        return list;
    }

    public static long[] CountLabels(IEnumerable<Labelled> rows, int classes)
    {
        long[] counts = new long[classes];
        foreach (Labelled row in rows)
        {
            counts[row.Label]++;
        }

        return counts;
    }
}
