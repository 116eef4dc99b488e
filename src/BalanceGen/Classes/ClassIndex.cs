namespace BalanceGen;

/// <summary>Class indices of rows, and the negative numbers that replace one for a label without a class.</summary>
public static class ClassIndex
{
    /// <summary>The label is none of the classes: an error as soon as the row is counted or indexed.</summary>
    public const int Unknown = -1;

    /// <summary>The label was declared to be ignored: the row is left out of counts and index, and no sampler draws it.</summary>
    public const int Ignored = -2;

    /// <summary>
    /// Writes the class index of each row, in one pass: the column of labels that a training loop or another library takes. O(rows), no
    /// allocation. The generated <c>CopyClassIndices</c> methods call it; nothing else needs to.
    /// </summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TIndexer">The class indexer that the generator emitted for it.</typeparam>
    /// <param name="rows">The rows; there may be none.</param>
    /// <param name="indexer">The class indexer.</param>
    /// <param name="classIndices">
    /// Receives one class index per row, of [0, class count), or <see cref="Ignored"/> for a row that is left out; longer spans are left alone
    /// beyond the rows.
    /// </param>
    /// <exception cref="ArgumentException">The span is shorter than the rows.</exception>
    /// <exception cref="UnknownLabelException">
    /// The label of a row is no class; the error names the row and the label. The class indices of the rows before it are written.
    /// </exception>
    public static void Copy<T, TIndexer>(ReadOnlySpan<T> rows, TIndexer indexer, Span<int> classIndices)
        where TIndexer : struct, IClassIndexer<T>
    {
        SpanRoom.ThrowIfShort(classIndices.Length, rows.Length, nameof(classIndices));
        ClassReading.Read(new RowSource<T, TIndexer>(rows, indexer), indexer.Classes, classIndices[..rows.Length], Ignored);
    }

    /// <inheritdoc cref="Copy{T, TIndexer}(ReadOnlySpan{T}, TIndexer, Span{int})"/>
    /// <remarks>64-bit integers are what losses and tensors of labels take.</remarks>
    public static void Copy<T, TIndexer>(ReadOnlySpan<T> rows, TIndexer indexer, Span<long> classIndices)
        where TIndexer : struct, IClassIndexer<T>
    {
        SpanRoom.ThrowIfShort(classIndices.Length, rows.Length, nameof(classIndices));
        ClassReading.Read(new RowSource<T, TIndexer>(rows, indexer), indexer.Classes, classIndices[..rows.Length], Ignored);
    }
}
