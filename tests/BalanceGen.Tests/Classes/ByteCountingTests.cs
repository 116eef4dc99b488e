namespace BalanceGen.Tests.Classes;

/// <summary>Each way of counting bytes beside one increment a byte; which of them is taken depends on the machine.</summary>
public sealed class ByteCountingTests
{
    private delegate int Adds(ReadOnlySpan<byte> block, byte first, Span<long> counts);

    [Fact]
    public void Comparing_counts_every_value_of_its_pass_and_no_other() => AddsWhatIsThere(ByteCounting.AddByComparing);

    [Avx2Fact]
    public void A_table_counts_every_value_of_its_pass_and_no_other() => AddsWhatIsThere(ByteCounting.AddByTable);

    private static void AddsWhatIsThere(Adds adds)
    {
        var random = new Xorshift(29);
        foreach (int steps in (int[])[0, 1, 2, 4, 5, 6, 9, 10, 11, 39, 40])
        {
            byte[] block = new byte[steps * ByteCounting.Step];
            for (byte first = 0; first < ByteCounting.MostValues; first += 8)
            {
                // Every byte there is, and every value of the pass often.
                for (int index = 0; index < block.Length; index++)
                {
                    block[index] = (byte)(random.Below(2) == 0 ? random.Below(256) : first + random.Below(8));
                }

                int values = 1 + random.Below(8);
                long[] counts = [.. Enumerable.Range(1, values)];
                Assert.Equal(block.Count(item => item >= first && item < first + values), adds(block, first, counts));
                Assert.Equal(Enumerable.Range(0, values).Select(value => value + 1L + block.Count(item => item == first + value)), counts);
            }
        }
    }
}
