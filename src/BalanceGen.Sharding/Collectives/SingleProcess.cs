namespace BalanceGen.Sharding;

/// <summary>The collective operations of a single process: rank 0 of 1.</summary>
/// <remarks>Thread-safe; it has no state.</remarks>
public sealed class SingleProcess : ICollective
{
    /// <inheritdoc/>
    public WorldRank Rank => default;

    /// <inheritdoc/>
    public void AllReduceSum(Span<long> values)
    {
    }

    /// <inheritdoc/>
    public void AllReduceMax(Span<long> values)
    {
    }

    /// <inheritdoc/>
    public void ExclusiveSum(ReadOnlySpan<long> values, Span<long> before) => before[..values.Length].Clear();

    /// <inheritdoc/>
    public byte[][] AllGather(ReadOnlySpan<byte> mine) => [mine.ToArray()];

    /// <summary>Writes the message to the error stream and ends the process.</summary>
    /// <param name="code">The exit code.</param>
    /// <param name="message">What happened.</param>
    public void Abort(int code, string message)
    {
        Console.Error.WriteLine(message);
        Environment.Exit(code);
    }

    /// <summary>Does nothing, because there is nothing to release.</summary>
    public void Dispose()
    {
    }
}
