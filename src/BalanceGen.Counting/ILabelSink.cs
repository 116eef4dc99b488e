namespace BalanceGen.Counting;

/// <summary>Receives the labels of a file, row by row.</summary>
internal interface ILabelSink
{
    /// <summary>More different labels than this are no classes, and would fill the memory.</summary>
    const int MaximumLabels = 1_000_000;

    /// <summary>What is said where there are more.</summary>
    static string TooManyLabels => $"more than {MaximumLabels} different labels; is LabelColumn the label?";

    /// <summary>Takes the label of a row, as UTF-8, and its line. False if that would be one label too many.</summary>
    bool TryAdd(ReadOnlySpan<byte> label, long line);

    /// <summary>A row without a label. Only a file that allows them has any, and only a receiver that counts them may read such a file.</summary>
    void AddMissing() => throw new InvalidOperationException("Rows without a label are not counted here.");
}
