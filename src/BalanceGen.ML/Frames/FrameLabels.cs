using System.Numerics;
using Microsoft.Data.Analysis;

namespace BalanceGen.ML;

/// <summary>The class index of each row of a data frame's column, without boxing a value.</summary>
internal static class FrameLabels
{
    public static int[] Read(DataFrame frame, string columnName, ClassSet? classes, out ClassSet used)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentException.ThrowIfNullOrEmpty(columnName);
        if (frame.Columns.IndexOf(columnName) < 0)
        {
            throw new LabelColumnException(columnName, $"the data frame has no such column. It has {string.Join(", ", frame.Columns.Select(column => $"'{column.Name}'"))}.");
        }

        return frame.Columns[columnName] switch
        {
            StringDataFrameColumn texts => OfTexts(texts, texts.Length, classes, out used),
            ArrowStringDataFrameColumn texts => OfTexts(texts, texts.Length, classes, out used),
            PrimitiveDataFrameColumn<bool> flags => OfFlags(flags, classes, out used),
            PrimitiveDataFrameColumn<float> numbers => OfNumbers(numbers, classes, out used),
            PrimitiveDataFrameColumn<double> numbers => OfNumbers(numbers, classes, out used),
            PrimitiveDataFrameColumn<decimal> numbers => OfNumbers(numbers, classes, out used),
            PrimitiveDataFrameColumn<sbyte> numbers => OfNumbers(numbers, classes, out used),
            PrimitiveDataFrameColumn<byte> numbers => OfNumbers(numbers, classes, out used),
            PrimitiveDataFrameColumn<short> numbers => OfNumbers(numbers, classes, out used),
            PrimitiveDataFrameColumn<ushort> numbers => OfNumbers(numbers, classes, out used),
            PrimitiveDataFrameColumn<int> numbers => OfNumbers(numbers, classes, out used),
            PrimitiveDataFrameColumn<uint> numbers => OfNumbers(numbers, classes, out used),
            PrimitiveDataFrameColumn<long> numbers => OfNumbers(numbers, classes, out used),
            PrimitiveDataFrameColumn<ulong> numbers => OfNumbers(numbers, classes, out used),
            DataFrameColumn other => throw new LabelColumnException(columnName, $"its values are of {other.DataType}, which is neither Boolean, text nor a number."),
        };
    }

    /// <summary>Null and the empty text are missing labels.</summary>
    private static int[] OfTexts(IEnumerable<string?> texts, long length, ClassSet? classes, out ClassSet used)
    {
        used = classes ?? Found(texts.Where(text => !string.IsNullOrEmpty(text)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)!);
        var indices = new int[checked((int)length)];
        int row = 0;
        foreach (string? text in texts)
        {
            indices[row] = string.IsNullOrEmpty(text) ? ClassIndex.Ignored
                : used.TryIndexOf(text, out int classIndex) ? classIndex
                : throw new UnknownLabelException(text, used, row);
            row++;
        }

        return indices;
    }

    private static int[] OfFlags(PrimitiveDataFrameColumn<bool> flags, ClassSet? classes, out ClassSet used)
    {
        used = classes ?? new ClassSet(bool.FalseString, bool.TrueString);
        return Indices(flags, [false, true], flag => flag.ToString(), used);
    }

    private static int[] OfNumbers<TNumber>(PrimitiveDataFrameColumn<TNumber> numbers, ClassSet? classes, out ClassSet used)
        where TNumber : unmanaged, INumber<TNumber>
    {
        TNumber[] labels = [.. Values(numbers).Distinct().Order()];
        used = classes ?? Found(labels.Select(NumberLabels<TNumber>.NameOf));
        return Indices(numbers, labels, NumberLabels<TNumber>.NameOf, used);

        static IEnumerable<TNumber> Values(PrimitiveDataFrameColumn<TNumber> column)
        {
            foreach (TNumber? value in column)
            {
                if (value is { } number && !TNumber.IsNaN(number))
                {
                    yield return number;
                }
            }
        }
    }

    /// <summary>Looks each label's name up once, and then the labels of the rows.</summary>
    private static int[] Indices<TValue>(PrimitiveDataFrameColumn<TValue> column, TValue[] labels, Func<TValue, string> nameOf, ClassSet classes)
        where TValue : unmanaged
    {
        Dictionary<TValue, int> classOfLabel = labels.ToDictionary(label => label, label => classes.TryIndexOf(nameOf(label), out int classIndex) ? classIndex : ClassIndex.Unknown);
        var indices = new int[checked((int)column.Length)];
        for (int row = 0; row < indices.Length; row++)
        {
            // Null and NaN are missing labels.
            TValue? label = column[row];
            indices[row] = label is { } value && classOfLabel.TryGetValue(value, out int classIndex) ? classIndex : ClassIndex.Ignored;
            if (indices[row] == ClassIndex.Unknown)
            {
                throw new UnknownLabelException(string.Create(CultureInfo.InvariantCulture, $"{label}"), classes, row);
            }
        }

        return indices;
    }

    private static ClassSet Found(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length > 0 ? new ClassSet(all) : throw new EmptyDatasetException("Finding the classes of a column");
    }
}
