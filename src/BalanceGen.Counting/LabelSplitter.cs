namespace BalanceGen.Counting;

/// <summary>Splits a field into the labels of one row. Each label counts once, even if the field has it several times.</summary>
internal sealed class LabelSplitter(byte separator)
{
    private readonly List<Range> _parts = [];

    /// <summary>The ranges of the labels. A label is not empty, has no spaces around it, and occurs once. Valid until the next call.</summary>
    public List<Range> Split(ReadOnlySpan<byte> field)
    {
        _parts.Clear();
        for (int start = 0; start <= field.Length;)
        {
            int length = field[start..].IndexOf(separator);
            int end = length < 0 ? field.Length : start + length;
            Add(field, start, end);
            start = end + 1;
        }

        return _parts;
    }

    private void Add(ReadOnlySpan<byte> field, int start, int end)
    {
        while (start < end && field[start] == (byte)' ')
        {
            start++;
        }

        while (start < end && field[end - 1] == (byte)' ')
        {
            end--;
        }

        foreach (Range part in _parts)
        {
            if (field[part].SequenceEqual(field[start..end]))
            {
                return;
            }
        }

        if (start < end)
        {
            _parts.Add(start..end);
        }
    }
}
