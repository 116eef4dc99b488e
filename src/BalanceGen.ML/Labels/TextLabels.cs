namespace BalanceGen.ML;

/// <summary>Texts as labels, compared and listed ordinally. The empty text, which stands for null too, is missing.</summary>
internal sealed class TextLabels : LabelTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _labels = [];

    public override int Count => _labels.Count;

    public override string NameOf(int number) => _labels[number];

    public override int[] InOrder()
    {
        int[] order = [.. Enumerable.Range(0, _labels.Count)];
        Array.Sort([.. _labels], order, StringComparer.Ordinal);
        return order;
    }

    public override Func<int> Numbering(DataViewRow row, DataViewSchema.Column column, bool adds)
    {
        ValueGetter<ReadOnlyMemory<char>> getter = row.GetGetter<ReadOnlyMemory<char>>(column);
        ReadOnlyMemory<char> value = default;

        // A string is made for a label once, not for every row.
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numbers = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        return () =>
        {
            getter(ref value);
            if (value.IsEmpty)
            {
                return Missing;
            }

            if (numbers.TryGetValue(value.Span, out int number))
            {
                return number;
            }

            if (!adds)
            {
                return Absent;
            }

            _numbers.Add(value.ToString(), _labels.Count);
            _labels.Add(value.ToString());
            return _labels.Count - 1;
        };
    }
}
