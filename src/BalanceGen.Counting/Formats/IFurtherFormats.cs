namespace BalanceGen.Counting.Formats;

/// <summary>Formats whose readers do not lie in this package, but in one that brings a counter of its own.</summary>
internal interface IFurtherFormats
{
    /// <summary>The content of a packed file, or null if it is not packed in a way that is known here.</summary>
    /// <param name="file">The file, at its beginning.</param>
    /// <param name="head">Its first bytes.</param>
    Stream? Unpack(FileStream file, ReadOnlySpan<byte> head);

    /// <summary>Counts a file of a format that is known here. False if it is of another.</summary>
    /// <param name="file">The file.</param>
    /// <param name="head">Its first bytes.</param>
    /// <param name="counts">Where its labels go.</param>
    /// <exception cref="CountingException">The file is damaged, it has no such column, or a row has no label.</exception>
    bool TryCount(LabeledFile file, ReadOnlySpan<byte> head, LabelCounts counts);
}
