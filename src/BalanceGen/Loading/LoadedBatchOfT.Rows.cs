using System.Collections;

namespace BalanceGen.Loading;

/// <content>The decoded rows as a list.</content>
public sealed partial class LoadedBatch<TDecoded> : IReadOnlyList<TDecoded>
{
    /// <summary>The number of decoded rows; 0 where all rows of the batch were left out.</summary>
    public int Count => Rows.Length;

    /// <summary>A decoded row.</summary>
    /// <param name="index">The place among <see cref="Rows"/>, of [0, <see cref="Count"/>).</param>
    /// <exception cref="IndexOutOfRangeException">The place is outside that range.</exception>
    public TDecoded this[int index] => Rows.Span[index];

    /// <summary>The class index of each row as a new array of 64-bit integers, which losses take; empty where the batches come from a stream.</summary>
    public long[] ToLongClassIndices()
    {
        var classIndices = new long[ClassIndices.Length];
        ReadOnlySpan<int> narrow = ClassIndices.Span;
        for (int place = 0; place < classIndices.Length; place++)
        {
            classIndices[place] = narrow[place];
        }

        return classIndices;
    }

    /// <summary>Enumerates the decoded rows.</summary>
    public IEnumerator<TDecoded> GetEnumerator()
    {
        for (int place = 0; place < Rows.Length; place++)
        {
            yield return Rows.Span[place];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
