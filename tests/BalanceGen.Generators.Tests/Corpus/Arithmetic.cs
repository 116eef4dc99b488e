namespace Corpus;

/// <summary>Divisions that have nothing to do with class counts.</summary>
public static class Arithmetic
{
    public static double Mean(IReadOnlyList<double> values) => values.Sum() / values.Count;

    public static double Variance(ReadOnlySpan<double> values)
    {
        double mean = 0;
        double squares = 0;
        int seen = 0;
        foreach (double value in values)
        {
            seen++;
            double delta = value - mean;
            mean += delta / seen;
            squares += delta * (value - mean);
        }

        return seen > 1 ? squares / (seen - 1) : 0;
    }

    public static IReadOnlyDictionary<string, double> Frequencies(IEnumerable<string> words)
    {
        Dictionary<string, long> counts = words.CountBy(word => word).ToDictionary(pair => pair.Key, pair => (long)pair.Value);
        long total = counts.Values.Sum();
        return counts.ToDictionary(pair => pair.Key, pair => (double)total / pair.Value);
    }

    public static int GreatestCommonDivisor(int a, int b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }

    public static long[] Histogram(int[] data, int buckets)
    {
        var counts = new long[buckets];
        foreach (int item in data)
        {
            counts[item % buckets]++;
        }

        return counts;
    }

    public static double[] Normalize(long[] counts)
    {
        double total = counts.Sum();
        return [.. counts.Select(count => count / total)];
    }
}
