using System.Text;

namespace BalanceGen.Counting.Tests;

/// <summary>Counts text that is in memory.</summary>
internal static class Counting
{
    public static List<(string Label, long Count)> Of(byte[] bytes, LabeledFile file, int windowSize = 4096)
    {
        var counts = new LabelCounts();
        LabelCounter.Count(new MemoryStream(bytes), file, counts, windowSize);
        return [.. counts.InOrder()];
    }

    public static List<(string Label, long Count)> Of(
        string text, string column = "y", string delimiter = ",", bool hasHeader = true, bool quoting = true, int windowSize = 4096) =>
        Of(Encoding.UTF8.GetBytes(text), new LabeledFile("memory", column, FieldDelimiter.Parse(delimiter), hasHeader, quoting), windowSize);

    /// <summary>The error that the text gives.</summary>
    public static CountingException ErrorOf(
        string text, string column = "y", string delimiter = ",", bool hasHeader = true, bool quoting = true, int windowSize = 4096) =>
        Assert.Throws<CountingException>(() => Of(text, column, delimiter, hasHeader, quoting, windowSize));
}
