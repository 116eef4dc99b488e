namespace BalanceGen.Counting;

/// <summary>Receives the labels of a file, row by row.</summary>
internal interface ILabelSink
{
    /// <summary>The largest number of different labels. More than this cannot be classes, and would fill the memory.</summary>
    const int MaximumLabels = 1_000_000;

    /// <summary>The message if there are more.</summary>
    static string TooManyLabels => $"more than {MaximumLabels} different labels; is LabelColumn the label?";

    /// <summary>Takes the label of a row, as UTF-8, and its line. Returns false if that would be one label too many.</summary>
    bool TryAdd(ReadOnlySpan<byte> label, long line);

    /// <summary>Takes a row without a label. Only files that allow such rows have them. A receiver that does not count them must not read such a file.</summary>
    void AddMissing() => throw new InvalidOperationException("Rows without a label are not counted here.");
}
