namespace BalanceGen;

/// <content>Repeat factors.</content>
public sealed partial class ClassWeights
{
    /// <summary>
    /// Repeat factors (Mahajan et al. 2018; LVIS, Gupta et al. 2019, arXiv 1908.03195): r_c = max(1, √(t/f_c)) with f_c = n_c/N. A class at or above the
    /// frequency t keeps its rows as they are; one with a quarter of it is shown twice as often.
    /// </summary>
    /// <param name="counts">The counts N, n_c of the data set, one class per row.</param>
    /// <param name="threshold">The frequency t, of (0, 1], below which a class is repeated; LVIS uses 0.001.</param>
    /// <param name="zeroCounts">
    /// What happens to a class without rows. With <see cref="ZeroCountPolicy.ZeroWeight"/> its factor is 0;
    /// with <see cref="ZeroCountPolicy.Smooth"/> f_c = (n_c + α)/(N + α·C).
    /// </param>
    /// <remarks>Every factor is 1 or more (0 for a class without rows). Computed in double; the same to the last bit on every machine. O(classes).</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is outside that range or NaN.</exception>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="EmptyClassException">A class has no rows and the policy is to throw.</exception>
    [CorrectsImbalance]
    public static ClassWeights RepeatFactor(ClassCounts counts, [ValueRange(0, 1, ExcludesMinimum = true)] double threshold, ZeroCountPolicy zeroCounts = default)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return RepeatFactorOver(counts, SmoothedTotal(counts, zeroCounts), threshold, zeroCounts);
    }

    /// <summary>Repeat factors where a row (an image) contains several classes: r_c = max(1, √(t/f_c)) with f_c = the share of the rows that contain the class.</summary>
    /// <param name="rowsWithClass">For each class the number of rows that contain it, at most <paramref name="rowCount"/>.</param>
    /// <param name="rowCount">The number of rows N, 1 or more.</param>
    /// <param name="threshold">The frequency t, of (0, 1], below which a class is repeated; LVIS uses 0.001.</param>
    /// <param name="zeroCounts">
    /// What happens to a class without rows. With <see cref="ZeroCountPolicy.ZeroWeight"/> its factor is 0;
    /// with <see cref="ZeroCountPolicy.Smooth"/> f_c = (n_c + α)/(N + α·C).
    /// </param>
    /// <remarks>A row is then repeated by the largest factor of its classes. Computed in double; the same to the last bit on every machine. O(classes).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="threshold"/> is outside that range or NaN, or <paramref name="rowCount"/> is less than 1 or less than the rows of a class.
    /// </exception>
    /// <exception cref="EmptyDatasetException">No row contains any class.</exception>
    /// <exception cref="EmptyClassException">A class has no rows and the policy is to throw.</exception>
    [CorrectsImbalance]
    public static ClassWeights RepeatFactor(ClassCounts rowsWithClass, [ValueRange(1, long.MaxValue)] long rowCount, [ValueRange(0, 1, ExcludesMinimum = true)] double threshold, ZeroCountPolicy zeroCounts = default)
    {
        ArgumentNullException.ThrowIfNull(rowsWithClass);
        ArgumentOutOfRangeException.ThrowIfLessThan(rowCount, 1);
        for (int index = 0; index < rowsWithClass.Classes.Count; index++)
        {
            if (rowsWithClass[index] > rowCount)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(rowCount), rowCount, $"The class '{rowsWithClass.Classes[index]}' is in {rowsWithClass[index]} rows, more than there are.");
            }
        }

        return RepeatFactorOver(rowsWithClass, rowCount + (zeroCounts.Alpha * rowsWithClass.Classes.Count), threshold, zeroCounts);
    }

    private static ClassWeights RepeatFactorOver(ClassCounts counts, double total, double threshold, ZeroCountPolicy zeroCounts)
    {
        if (!(threshold is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "The threshold must be of (0, 1].");
        }

        RefuseEmptyClasses(counts, zeroCounts, "its frequency is 0 and its repeat factor would be infinite");
        var factors = new double[counts.Classes.Count];
        for (int index = 0; index < factors.Length; index++)
        {
            double count = counts[index] + zeroCounts.Alpha;
            factors[index] = count == 0 ? 0 : Math.Max(1, Math.Sqrt(threshold * total / count));
        }

        return new ClassWeights(counts.Classes, factors);
    }
}
