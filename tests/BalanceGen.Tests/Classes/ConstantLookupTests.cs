namespace BalanceGen.Tests.Classes;

public sealed class ConstantLookupTests
{
    private enum Code : ulong
    {
        Low = 0,
        Middle = 40,
        High = ulong.MaxValue,
    }

    [Fact]
    public void Declared_labels_are_found_at_their_positions_and_others_are_not()
    {
        var codes = new ConstantLookup<Code>(Code.High, Code.Low, Code.Middle);
        Assert.Equal([0, 1, 2, -1], new[] { Code.High, Code.Low, Code.Middle, (Code)41 }.Select(codes.IndexOf));

        var numbers = new ConstantLookup<long>([.. Enumerable.Range(0, 1000).Select(position => (long)position * position * (position % 2 == 0 ? 1 : -1))]);
        Assert.All(Enumerable.Range(0, 1000), position => Assert.Equal(position, numbers.IndexOf((long)position * position * (position % 2 == 0 ? 1 : -1))));
        Assert.All(new long[] { 1, -4, 2, long.MinValue, long.MaxValue }, other => Assert.Equal(-1, numbers.IndexOf(other)));
    }

    [Fact]
    public void Decimals_are_compared_by_value() =>
        Assert.Equal([0, 0, 1, -1], new[] { 1.10m, 1.1000m, -0.0m, 1.101m }.Select(new ConstantLookup<decimal>(1.1m, 0m).IndexOf));

    [Fact]
    public void A_label_twice_and_no_label_are_refused()
    {
        Assert.Contains("Middle", Assert.Throws<ArgumentException>(() => new ConstantLookup<Code>(Code.Middle, Code.Low, Code.Middle)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ConstantLookup<int>());
    }

    [Fact]
    public void Looking_up_allocates_nothing()
    {
        var codes = new ConstantLookup<Code>(Code.High, Code.Low);
        AllocationFree.Assert(() => codes.IndexOf(Code.Low));
    }
}
