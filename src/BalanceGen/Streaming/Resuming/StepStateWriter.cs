namespace BalanceGen.Streaming;

/// <summary>What a step saves of itself.</summary>
internal sealed class StepStateWriter
{
    private readonly List<long> _numbers = [];

    public long[] Numbers => [.. _numbers];

    public Array Rows { get; private set; } = Array.Empty<object>();

    public void Add(long number) => _numbers.Add(number);

    public void Add(double number) => _numbers.Add(BitConverter.DoubleToInt64Bits(number));

    public void AddRows<T>(ReadOnlySpan<T> rows) => Rows = rows.ToArray();
}
