namespace BalanceGen.Loading;

/// <summary>Rows and weights in the shapes that other libraries take. See docs/adapters.md for a snippet of each.</summary>
public static class RowAdapters
{
    /// <summary>The rows of a sampler for a data loader that takes an <see cref="IEnumerable{T}"/> of 64-bit row numbers, such as TorchSharp's.</summary>
    /// <param name="sampler">The sampler.</param>
    /// <param name="firstEpoch">The epoch of the first enumeration, 0 or more; <see cref="Sampler.FirstEpoch"/> by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="firstEpoch"/> is negative.</exception>
    public static EpochRowNumbers EpochRowNumbers(this Sampler sampler, long? firstEpoch = null)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        ArgumentOutOfRangeException.ThrowIfNegative(firstEpoch ?? 0, nameof(firstEpoch));
        return new EpochRowNumbers(sampler, firstEpoch ?? sampler.FirstEpoch);
    }

    /// <summary>The row numbers of one epoch as an array. 8 bytes a draw.</summary>
    /// <param name="sampler">The sampler.</param>
    /// <param name="epoch">The epoch, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative.</exception>
    public static long[] RowNumbersOfEpoch(this Sampler sampler, [ValueRange(0, long.MaxValue)] long epoch)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        long start = sampler.StartOf(epoch);
        var rows = new long[sampler.DrawsOf(epoch)];
        sampler.Fill(start, rows);
        return rows;
    }

    /// <summary>The rows of consecutive draws as 64-bit integers. No allocation.</summary>
    /// <param name="sampler">The sampler.</param>
    /// <param name="firstDraw">The number of the first draw, 0 or more.</param>
    /// <param name="rows">Receives one row number per draw.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="firstDraw"/> is negative.</exception>
    public static void Fill(this Sampler sampler, long firstDraw, Span<long> rows)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        Span<int> block = stackalloc int[256];
        while (!rows.IsEmpty)
        {
            Span<int> drawn = block[..Math.Min(block.Length, rows.Length)];
            sampler.Fill(firstDraw, drawn);
            for (int place = 0; place < drawn.Length; place++)
            {
                rows[place] = drawn[place];
            }

            firstDraw += drawn.Length;
            rows = rows[drawn.Length..];
        }
    }

    /// <summary>
    /// Every row of a data set or subset with the weight of its class, lazily and in row order: a weight column for libraries that read rows from an
    /// <see cref="IEnumerable{T}"/>, such as ML.NET.
    /// </summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TResult">The row with a weight.</typeparam>
    /// <param name="dataset">The data set.</param>
    /// <param name="weights">The weight of each class.</param>
    /// <param name="select">Joins a row with its weight.</param>
    /// <exception cref="ClassMismatchException">The weights are for another number of classes.</exception>
    /// <exception cref="OverflowException">A weight is beyond the range of float.</exception>
    public static IEnumerable<TResult> SelectWeighted<T, TResult>(this IndexedDataset<T> dataset, ClassWeights weights, Func<T, float, TResult> select)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(select);
        return dataset.SelectWeighted(weights.ToSampleWeights(dataset.Index), select);
    }

    /// <summary>Every row of a data set or subset, and no others, with its weight, lazily and in row order.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TResult">The row with a weight.</typeparam>
    /// <param name="dataset">The data set.</param>
    /// <param name="weights">The weight of each row, by row number: for a subset, of the whole data set's rows.</param>
    /// <param name="select">Joins a row with its weight.</param>
    /// <exception cref="ArgumentException">There is another number of weights than of rows.</exception>
    /// <exception cref="OverflowException">A weight is beyond the range of float.</exception>
    public static IEnumerable<TResult> SelectWeighted<T, TResult>(this IndexedDataset<T> dataset, SampleWeights weights, Func<T, float, TResult> select)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(select);
        return Select(dataset, weights.ToSingles(dataset.Index), select);
    }

    /// <summary>The weights in single precision, as losses and data frames take them. 4 bytes a row.</summary>
    /// <param name="weights">The weights.</param>
    /// <exception cref="OverflowException">A weight is beyond the range of float; the error names the row.</exception>
    public static float[] ToSingles(this SampleWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return [.. Enumerable.Range(0, weights.Count).Select(row => Single(weights, row))];
    }

    /// <summary>
    /// The weights of an index's rows in single precision, in ascending order of the rows, as in <see cref="IndexedDataset{T}.Rows"/>. 4
    /// bytes a row.
    /// </summary>
    /// <param name="weights">The weights, by row number: for a subset, of the whole data set's rows.</param>
    /// <param name="index">The index of a data set or of a subset of one.</param>
    /// <exception cref="ArgumentException">There is another number of weights than the data set has rows.</exception>
    /// <exception cref="OverflowException">A weight is beyond the range of float; the error names the row.</exception>
    public static float[] ToSingles(this SampleWeights weights, RowIndex index)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(index);
        if (weights.Count != index.DatasetLength)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {weights.Count} weights and {index.DatasetLength} rows."), nameof(weights));
        }

        return [.. index.Select(row => Single(weights, row))];
    }

    private static float Single(SampleWeights weights, int row)
    {
        float single = (float)weights.Values[row];
        return float.IsFinite(single)
            ? single
            : throw new OverflowException(string.Create(CultureInfo.InvariantCulture, $"The weight {weights.Values[row]} of row {row} is beyond the range of float."));
    }

    private static IEnumerable<TResult> Select<T, TResult>(IndexedDataset<T> dataset, float[] weights, Func<T, float, TResult> select)
    {
        int place = 0;
        foreach (T row in dataset.Rows)
        {
            yield return select(row, weights[place++]);
        }
    }
}
