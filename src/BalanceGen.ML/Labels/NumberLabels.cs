using System.Numerics;

namespace BalanceGen.ML;

/// <summary>Numbers as labels, in ascending order. NaN is missing, and −0 is 0.</summary>
internal sealed class NumberLabels<TNumber> : LabelTable
    where TNumber : struct, INumber<TNumber>
{
    private readonly Dictionary<TNumber, int> _numbers = [];
    private readonly List<TNumber> _labels = [];

    public override int Count => _labels.Count;

    public static string NameOf(TNumber label) => (label == TNumber.Zero ? TNumber.Zero : label).ToString(null, CultureInfo.InvariantCulture);

    public override string NameOf(int number) => NameOf(_labels[number]);

    public override int[] InOrder()
    {
        int[] order = [.. Enumerable.Range(0, _labels.Count)];
        Array.Sort([.. _labels], order);
        return order;
    }

    public override Func<int> Numbering(DataViewRow row, DataViewSchema.Column column, bool adds)
    {
        ValueGetter<TNumber> getter = row.GetGetter<TNumber>(column);
        TNumber value = default;
        return () =>
        {
            getter(ref value);
            if (TNumber.IsNaN(value))
            {
                return Missing;
            }

            if (_numbers.TryGetValue(value, out int number))
            {
                return number;
            }

            if (!adds)
            {
                return Absent;
            }

            _numbers.Add(value, _labels.Count);
            _labels.Add(value);
            return _labels.Count - 1;
        };
    }
}
