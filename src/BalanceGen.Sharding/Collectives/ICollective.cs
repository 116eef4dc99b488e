namespace BalanceGen.Sharding;

/// <summary>
/// The collective operations of the ranks of a job that build an index: sums, maxima, prefix sums and short messages. Implement it to use something other than MPI.
/// <see cref="SingleProcess"/> is for a single process, and BalanceGen.Mpi has an implementation over MPI.
/// </summary>
/// <remarks>
/// Every member but <see cref="Rank"/> and <see cref="Abort"/> is called by all ranks, in the same order and with arrays of the same length. It returns when all ranks have
/// called it. Calls come from one thread at a time. Once an index is built, it is no longer used.
/// </remarks>
public interface ICollective : IDisposable
{
    /// <summary>Which rank this process is, and of how many.</summary>
    WorldRank Rank { get; }

    /// <summary>Replaces each value by the sum of the ranks' values at its place.</summary>
    /// <param name="values">One value a place; the sum must fit into 64 bits.</param>
    void AllReduceSum(Span<long> values);

    /// <summary>Replaces each value by the largest of the ranks' values at its place.</summary>
    /// <param name="values">One value a place.</param>
    void AllReduceMax(Span<long> values);

    /// <summary>The sums of the values of all ranks below this one, place by place; zeros on rank 0.</summary>
    /// <param name="values">This rank's values.</param>
    /// <param name="before">Receives the sums; as long as <paramref name="values"/>.</param>
    void ExclusiveSum(ReadOnlySpan<long> values, Span<long> before);

    /// <summary>The messages of all ranks by rank. They may differ in length; together they must fit into memory.</summary>
    /// <param name="mine">This rank's message; may be empty.</param>
    byte[][] AllGather(ReadOnlySpan<byte> mine);

    /// <summary>Ends all ranks of the job, because of an error on this rank that the others do not know of. It need not return.</summary>
    /// <param name="code">The exit code.</param>
    /// <param name="message">What happened. Whoever started the job must be able to see it.</param>
    void Abort(int code, string message);
}
