namespace BalanceGen.Counting;

/// <summary>Hands the labels of rows to their receiver. A row has one label, or several if the item has a separator.</summary>
internal sealed class RowLabels(LabeledFile file, ILabelSink labels)
{
    private readonly bool _allowsMissing = file.AllowsMissing;
    private readonly LabelSplitter? _splitter = file.LabelSeparator is { } separator ? new LabelSplitter(separator) : null;

    /// <summary>Hands over the text of the label's field of a row. Returns null, or the reason why that text is not a label.</summary>
    public (string Id, string Message)? Add(ReadOnlySpan<byte> field, long line)
    {
        if (_splitter is null)
        {
            return !field.IsEmpty ? AddOne(field, line) : AddMissing();
        }

        // A row with several labels may also have none.
        foreach (Range part in _splitter.Split(field))
        {
            if (AddOne(field[part], line) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private (string Id, string Message)? AddOne(ReadOnlySpan<byte> label, long line) =>
        labels.TryAdd(label, line) ? null : (CountingErrorId.NoClassLabel, ILabelSink.TooManyLabels);

    private (string Id, string Message)? AddMissing()
    {
        if (!_allowsMissing)
        {
            return (CountingErrorId.EmptyLabel, "the row has no label; remove the row or give it one");
        }

        labels.AddMissing();
        return null;
    }
}
