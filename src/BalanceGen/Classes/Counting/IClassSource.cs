namespace BalanceGen.Classes;

/// <summary>
/// A sequence of class indices, wherever they come from, so that counting and indexing exist once. Implemented by structs;
/// the algorithms are generic over them and inlined.
/// </summary>
internal interface IClassSource
{
    int Length { get; }

    /// <summary>Whether <see cref="ClassIndex.Ignored"/> means that a row is left out; otherwise it is no class, as any other number.</summary>
    bool MayIgnore { get; }

    /// <summary>The class index at a position, or anything outside [0, class count) where the label is no class.</summary>
    int ClassAt(nint position);

    /// <summary>Copies the class indices from a position on as bytes; what is no byte becomes <see cref="byte.MaxValue"/> or 127.</summary>
    void CopyTo(int position, scoped Span<byte> classIndices);

    /// <summary>The label at a position as text, for the error that reports it.</summary>
    string DescribeAt(int position);
}
