namespace BalanceGen.Tests.Reporting;

public sealed class SamplerTraceStorageTests
{
    [Fact]
    public void Stored_trace_is_read_back_with_every_figure_and_goes_on()
    {
        RowIndex index = RowIndex.Build(new ClassSet("a", "b", "é\n"), (int[])[0, 1, 0, 0, 1, 0]);
        RowIndex part = index.Where(row => row != 3);
        var trace = new SamplerTrace(part);
        trace.Record([0, 1, 1, 2]);
        trace.Record([5, 5]);
        using var stream = new MemoryStream();
        trace.WriteTo(stream);
        stream.WriteByte(7);
        stream.Position = 0;

        SamplerTrace read = SamplerTrace.ReadFrom(stream);

        Assert.Equal(7, stream.ReadByte());
        AssertSame(trace, read);
        trace.Record([4]);
        read.Record([4]);
        AssertSame(trace, read);
        Assert.Throws<ArgumentOutOfRangeException>(() => read.Record([3]));
    }

    [Fact]
    public void Damaged_trace_is_refused_wherever_it_is_cut_or_changed()
    {
        var trace = new SamplerTrace(RowIndex.OfSortedRows(new ClassCounts(new ClassSet("a", "b"), 3, 2)));
        trace.Record([0, 4]);
        using var stream = new MemoryStream();
        trace.WriteTo(stream);
        byte[] bytes = stream.ToArray();
        for (int length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<SamplerTraceFormatException>(() => SamplerTrace.ReadFrom(new MemoryStream(bytes[..length])));
        }

        for (int place = 0; place < bytes.Length; place++)
        {
            var changed = (byte[])bytes.Clone();
            changed[place] ^= 0x80;
            try
            {
                Assert.True(SamplerTrace.ReadFrom(new MemoryStream(changed)).Counts.Total >= 0);
            }
            catch (SamplerTraceFormatException)
            {
                // The only way to refuse.
            }
        }

        bytes[8] = 9;
        Assert.Contains("version 9", Assert.Throws<SamplerTraceFormatException>(() => SamplerTrace.ReadFrom(new MemoryStream(bytes))).Message, StringComparison.Ordinal);
    }

    private static void AssertSame(SamplerTrace expected, SamplerTrace actual)
    {
        Assert.Equal(expected.ToString(), actual.ToString());
        Assert.Equal(expected.DrawCount, actual.DrawCount);
        Assert.Equal(expected.RowsSeen, actual.RowsSeen);
        Assert.Equal(expected.TimesDrawn.ToArray(), actual.TimesDrawn.ToArray());
        Assert.Equal(expected.DrawsOfClass.ToArray(), actual.DrawsOfClass.ToArray());
        Assert.Equal(expected.SeenOfClass.ToArray(), actual.SeenOfClass.ToArray());
        Assert.Equal(expected.BatchCount, actual.BatchCount);
        for (int batch = 0; batch < expected.BatchCount; batch++)
        {
            Assert.Equal(expected.ClassCountsOfBatch(batch).ToArray(), actual.ClassCountsOfBatch(batch).ToArray());
        }
    }
}
