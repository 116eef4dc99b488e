namespace BalanceGen;

/// <summary>Some classes have no rows, and the zero-count policy is to throw: their weight would be infinite, or rows of them cannot be drawn.</summary>
/// <remarks>The message names up to 12 classes. If there are more, it names the first and the last ones. <see cref="ClassIndices"/> has all of them.</remarks>
public sealed class EmptyClassException : BalanceGenArgumentException
{
    /// <summary>Creates the error.</summary>
    /// <param name="counts">The counts in which the classes are empty.</param>
    /// <param name="consequence">What cannot be done, as the end of a sentence: "its balanced weight N/(C·0) would be infinite".</param>
    /// <param name="classIndices">The class indices of the empty classes, one or more.</param>
    public EmptyClassException(ClassCounts counts, string consequence, params ReadOnlySpan<int> classIndices)
        : base(Describe(counts, consequence, classIndices))
    {
        Counts = counts;
        ClassIndices = classIndices.ToArray();
    }

    /// <summary>The counts in which the classes are empty.</summary>
    public ClassCounts Counts { get; }

    /// <summary>The class indices of the empty classes.</summary>
    public IReadOnlyList<int> ClassIndices { get; }

    private static string Describe(ClassCounts counts, string consequence, ReadOnlySpan<int> classIndices)
    {
        ArgumentNullException.ThrowIfNull(counts);
        string[] names = [.. classIndices.ToArray().Select(index => counts.Classes[index])];
        string subject = names.Length == 1
            ? $"The class '{names[0]}' has no rows"
            : string.Create(CultureInfo.InvariantCulture, $"The {(names.Length > ShortList.MostShown ? $"{names.Length:N0} classes" : "classes")} {ShortList.OfNames(names)} have no rows");
        return $"{subject}: {consequence}. Add rows, or choose ZeroCountPolicy.ZeroWeight or ZeroCountPolicy.Smooth(alpha).";
    }
}
