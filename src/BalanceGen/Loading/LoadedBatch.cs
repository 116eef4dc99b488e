using System.Collections;
using System.Runtime.InteropServices;

namespace BalanceGen.Loading;

/// <summary>A batch whose rows were decoded, in the order of the draws.</summary>
/// <typeparam name="TDecoded">What a row is decoded to.</typeparam>
public sealed class LoadedBatch<TDecoded> : IReadOnlyList<TDecoded>
{
    private readonly SamplerState? _state;

    internal LoadedBatch(
        ReadOnlyMemory<TDecoded> rows,
        ReadOnlyMemory<long> rowNumbers,
        ReadOnlyMemory<int> classIndices,
        ReadOnlyMemory<DrawContext> contexts,
        IReadOnlyList<FailedRow> failures,
        LoadPosition position)
    {
        Rows = rows;
        RowNumbers = rowNumbers;
        ClassIndices = classIndices;
        Contexts = contexts;
        Failures = failures;
        NextRow = position.Next;
        Epoch = position.Epoch;
        _state = position.State;
        StreamState = position.OfStream;
    }

    /// <summary>
    /// The decoded rows. They are the consumer's to keep, unless they were decoded into pooled buffers: those are valid until the next batch is asked for.
    /// </summary>
    public ReadOnlyMemory<TDecoded> Rows { get; }

    /// <summary>The row numbers in the data set, or in the stream; one for each of <see cref="Rows"/> and valid as long as they are.</summary>
    public ReadOnlyMemory<long> RowNumbers { get; }

    /// <summary>The class indices, one for each of <see cref="Rows"/>; empty where the batches come from a stream. <see cref="BatchWeights"/> makes weights of them.</summary>
    public ReadOnlyMemory<int> ClassIndices { get; }

    /// <summary>
    /// The contexts of the draws, one for each of <see cref="Rows"/> and valid as long as they are: which visit of its row each draw is,
    /// and what partners are found by. Empty unless <see cref="ContextLoading"/> loads the batches.
    /// </summary>
    public ReadOnlyMemory<DrawContext> Contexts { get; }

    /// <summary>The rows that were left out.</summary>
    public IReadOnlyList<FailedRow> Failures { get; }

    /// <summary>The epoch of the batch; 0 where the batches come from a stream.</summary>
    public long Epoch { get; }

    /// <summary>
    /// The number of the draw after this batch, or of the row of the stream after it: where the consumer is once it has dealt with the batch. After the last batch of an epoch
    /// it is the first draw of the next one.
    /// </summary>
    public long NextRow { get; }

    /// <summary>
    /// The state from which a later run continues with the batch after this one, however many batches were decoded ahead; see <see cref="Batches{T}.ResumeFrom"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The batches come from a stream, which has no sampler: see <see cref="StreamState"/>.</exception>
    public SamplerState State =>
        _state ?? throw new InvalidOperationException("A stream has no sampler state. To resume, set LoadOptions.StreamStateInterval and save StreamState, or skip NextRow rows of the stream.");

    /// <summary>
    /// The state from which the stream of batches goes on with the batch after this one, however many were decoded ahead; see
    /// <see cref="ResumableStream{T}.ResumeFrom"/>. Null if the batches come from no stream of this library, and between the batches of
    /// <see cref="LoadOptions.StreamStateInterval"/>.
    /// </summary>
    public StreamState? StreamState { get; }

    /// <summary>The number of decoded rows; 0 where all rows of the batch were left out.</summary>
    public int Count => Rows.Length;

    /// <summary>A decoded row.</summary>
    /// <param name="index">The place among <see cref="Rows"/>, of [0, <see cref="Count"/>).</param>
    /// <exception cref="IndexOutOfRangeException">The place is outside that range.</exception>
    public TDecoded this[int index] => Rows.Span[index];

    /// <summary>The class index of each row as a new array of 64-bit integers, which losses take; empty where the batches come from a stream.</summary>
    public long[] ToLongClassIndices() => Array.ConvertAll(ClassIndices.ToArray(), classIndex => (long)classIndex);

    /// <summary>Enumerates the decoded rows.</summary>
    public IEnumerator<TDecoded> GetEnumerator() => MemoryMarshal.ToEnumerable(Rows).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
