using System.Numerics;

namespace BalanceGen.ML;

/// <summary>Keys: the label of class index c is the key c + 1, and the key 0 is missing. The key values are the class names.</summary>
internal sealed class KeyLabels(string[] names) : LabelTable
{
    public override bool IsComplete => true;

    public override int Count => names.Length;

    public static KeyLabels For(DataViewSchema.Column column, KeyDataViewType type)
    {
        if (type.Count > (ulong)Array.MaxLength)
        {
            throw new LabelColumnException(column.Name, $"it has {type.Count} keys, more than there can be classes.");
        }

        return new KeyLabels(NamesOf(column) ?? [.. Enumerable.Range(0, (int)type.Count).Select(key => key.ToString(CultureInfo.InvariantCulture))]);
    }

    public override string NameOf(int number) => names[number];

    public override int[] InOrder() => [.. Enumerable.Range(0, names.Length)];

    public override Func<int> Numbering(DataViewRow row, DataViewSchema.Column column, bool adds) => column.Type.RawType switch
    {
        Type raw when raw == typeof(byte) => Numbering(row.GetGetter<byte>(column)),
        Type raw when raw == typeof(ushort) => Numbering(row.GetGetter<ushort>(column)),
        Type raw when raw == typeof(ulong) => Numbering(row.GetGetter<ulong>(column)),
        _ => Numbering(row.GetGetter<uint>(column)),
    };

    private Func<int> Numbering<TKey>(ValueGetter<TKey> getter)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        TKey value = default;
        return () =>
        {
            getter(ref value);

            // A key beyond the count is as good as none, as everywhere in ML.NET.
            ulong key = ulong.CreateTruncating(value);
            return key <= (ulong)names.Length ? (int)key - 1 : Missing;
        };
    }

    /// <summary>The names that the column's annotations give to its keys, or null where they give none.</summary>
    private static string[]? NamesOf(DataViewSchema.Column column)
    {
        DataViewSchema.Column? values = column.Annotations.Schema.GetColumnOrNull(NamesAnnotation.KeyValues);
        return (values?.Type as VectorDataViewType)?.ItemType.RawType switch
        {
            null => null,
            Type raw when raw == typeof(ReadOnlyMemory<char>) => NamesOf<ReadOnlyMemory<char>>(column, name => name.ToString()),
            Type raw when raw == typeof(float) => NumbersOf<float>(column),
            Type raw when raw == typeof(double) => NumbersOf<double>(column),
            Type raw when raw == typeof(byte) => NumbersOf<byte>(column),
            Type raw when raw == typeof(short) => NumbersOf<short>(column),
            Type raw when raw == typeof(ushort) => NumbersOf<ushort>(column),
            Type raw when raw == typeof(int) => NumbersOf<int>(column),
            Type raw when raw == typeof(uint) => NumbersOf<uint>(column),
            Type raw when raw == typeof(long) => NumbersOf<long>(column),
            Type raw when raw == typeof(ulong) => NumbersOf<ulong>(column),
            Type raw when raw == typeof(sbyte) => NumbersOf<sbyte>(column),
            Type raw when raw == typeof(bool) => NamesOf<bool>(column, value => value.ToString()),
            _ => null,
        };
    }

    private static string[] NumbersOf<TNumber>(DataViewSchema.Column column)
        where TNumber : struct, INumber<TNumber> =>
        NamesOf<TNumber>(column, NumberLabels<TNumber>.NameOf);

    private static string[] NamesOf<TValue>(DataViewSchema.Column column, Func<TValue, string> nameOf)
    {
        VBuffer<TValue> values = default;
        column.GetKeyValues(ref values);
        return [.. values.DenseValues().Select(nameOf)];
    }
}
