namespace BalanceGen.Counting.Formats;

/// <summary>Reads formats whose readers are not in this package, but in one that brings a counter of its own.</summary>
internal interface IFurtherFormats
{
    /// <summary>The content of a packed file, or null if this implementation does not know how it is packed.</summary>
    /// <param name="file">The file, at its beginning.</param>
    /// <param name="head">Its first bytes.</param>
    Stream? Unpack(FileStream file, ReadOnlySpan<byte> head);

    /// <summary>Counts a file of a format that this implementation knows. Returns false if it does not know the format.</summary>
    /// <param name="file">The file.</param>
    /// <param name="head">Its first bytes.</param>
    /// <param name="counts">Receives its labels.</param>
    /// <exception cref="CountingException">The file is damaged, it has no such column, or a row has no label.</exception>
    bool TryCount(LabeledFile file, ReadOnlySpan<byte> head, LabelCounts counts);
}
