namespace BalanceGen.Sampling;

/// <summary>Classes with too few rows to be in every subset of a stratified split.</summary>
/// <remarks>The message names up to 12 classes. If there are more, it names the first and the last ones. <see cref="ClassIndices"/> has all of them.</remarks>
public sealed class RareClassException : BalanceGenArgumentException
{
    /// <summary>Creates the error.</summary>
    /// <param name="counts">The counts of the data set that is split.</param>
    /// <param name="rowsNeeded">How many rows a class needs: the number of subsets.</param>
    /// <param name="classIndices">The class indices of the classes that have fewer, one or more.</param>
    public RareClassException(ClassCounts counts, int rowsNeeded, params ReadOnlySpan<int> classIndices)
        : base(Describe(counts, rowsNeeded, classIndices))
    {
        Counts = counts;
        RowsNeeded = rowsNeeded;
        ClassIndices = classIndices.ToArray();
    }

    /// <summary>The counts of the data set that is split.</summary>
    public ClassCounts Counts { get; }

    /// <summary>How many rows a class needs: the number of subsets.</summary>
    public int RowsNeeded { get; }

    /// <summary>The class indices of the classes that have fewer.</summary>
    public IReadOnlyList<int> ClassIndices { get; }

    private static string Describe(ClassCounts counts, int rowsNeeded, ReadOnlySpan<int> classIndices)
    {
        ArgumentNullException.ThrowIfNull(counts);
        int[] indices = classIndices.ToArray();
        string classes = ShortList.Of(indices.Length, place => Describe(counts, indices[place]));
        string subject = indices.Length == 1 ? $"The class {classes} has" : $"The classes {classes} have";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{subject} too few rows for every subset of the split: {rowsNeeded} are needed. Add rows, or choose RareClassPolicy.KeepInTrain or RareClassPolicy.Spread where enough other rows are left.");
    }

    private static string Describe(ClassCounts counts, int classIndex) =>
        string.Create(CultureInfo.InvariantCulture, $"'{counts.Classes[classIndex]}' ({counts[classIndex]} {(counts[classIndex] == 1 ? "row" : "rows")})");
}
