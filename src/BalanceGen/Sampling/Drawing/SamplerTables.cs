using System.ComponentModel;

namespace BalanceGen.Sampling;

/// <summary>
/// The tables of the samplers for a data set whose counts were known when the program was compiled: the generator emits them as constant data,
/// <c>Classes.KnownCounts.Tables</c>. A sampler with tables draws the same rows as without, but need not compute the tables.
/// </summary>
/// <remarks>
/// They are for the target <see cref="TargetDistribution.Uniform"/>, the default of the samplers, and hold no more than spans of constant data: making one
/// allocates nothing. Thread-safe.
/// </remarks>
public readonly ref struct SamplerTables
{
    /// <summary>The values of a byte.</summary>
    private const int ByteValues = 256;

    private readonly ReadOnlySpan<ulong> _aliasThresholds;
    private readonly ReadOnlySpan<byte> _aliasClasses;

    /// <summary>Tables as the generator emits them. Nothing is copied; what they hold is checked when a sampler takes them.</summary>
    /// <param name="formatVersion">The <see cref="Sampler.FormatVersion"/> they were computed for. Samplers of another version compute their own.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="counts">One count per class, 0 or more.</param>
    /// <param name="zeroCounts">The declared policy for classes without rows.</param>
    /// <param name="aliasThresholds">
    /// The thresholds of the alias table of a weighted random sampler, one for each class with rows; empty if the sampler is to compute the
    /// table.
    /// </param>
    /// <param name="aliasClasses">The class index of the alias of each class with rows.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public SamplerTables(
        int formatVersion,
        ClassSet classes,
        ReadOnlySpan<long> counts,
        ZeroCountPolicy zeroCounts,
        ReadOnlySpan<ulong> aliasThresholds = default,
        ReadOnlySpan<byte> aliasClasses = default)
    {
        bool isUsable = formatVersion == Sampler.FormatVersion;
        Classes = classes;
        Counts = counts;
        ZeroCounts = zeroCounts;
        _aliasThresholds = isUsable ? aliasThresholds : default;
        _aliasClasses = aliasClasses; // read only where there are thresholds
    }

    /// <summary>The classes that the tables are for; null for a default value.</summary>
    public ClassSet? Classes { get; }

    /// <summary>The number of rows of each class that the tables are for.</summary>
    public ReadOnlySpan<long> Counts { get; }

    /// <summary>What happens to a class without rows, as the record declares it.</summary>
    public ZeroCountPolicy ZeroCounts { get; }

    /// <summary>These tables, which must be for the classes and counts of an index. O(classes).</summary>
    internal SamplerTables For(RowIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        if (Classes is null)
        {
            throw new ArgumentException("The tables are a default value. Pass Classes.KnownCounts.Tables of the record.", "tables");
        }

        if (!ReferenceEquals(Classes, index.Classes) && !Classes.Names.SequenceEqual(index.Classes.Names))
        {
            throw ClassCountMismatchException.Of(Classes, index.Classes);
        }

        return Counts.SequenceEqual(index.Counts.Values)
            ? this
            : throw ClassCountMismatchException.Of(index.Counts.DifferencesFrom(new ClassCounts(Classes, Counts)));
    }

    /// <summary>An index, for whose classes and counts the tables must be. O(classes).</summary>
    internal RowIndex IndexOf(RowIndex index)
    {
        For(index);
        return index;
    }

    /// <summary>The alias table of drawn classes, or null where there is none. O(classes).</summary>
    internal AliasTable? AliasTableOf(int[] drawn, ReadOnlySpan<PermutedClass> classes)
    {
        if (_aliasThresholds.IsEmpty)
        {
            return null;
        }

        if (_aliasThresholds.Length != drawn.Length || _aliasClasses.Length != drawn.Length)
        {
            throw Broken();
        }

        ReadOnlySpan<int> placeOfClass = PlaceOfClass(drawn, stackalloc int[ByteValues]);
        var ranges = new ulong[2 * drawn.Length];
        for (int column = 0; column < drawn.Length; column++)
        {
            int alias = placeOfClass[_aliasClasses[column]];
            ranges[2 * column] = AliasTable.RangeOf(classes[column].Start, classes[column].Count);
            ranges[(2 * column) + 1] = alias < 0 ? throw Broken() : AliasTable.RangeOf(classes[alias].Start, classes[alias].Count);
        }

        return new AliasTable(_aliasThresholds.ToArray(), ranges);
    }

    /// <summary>For each byte the place of the class with that index, or −1.</summary>
    private static ReadOnlySpan<int> PlaceOfClass(int[] classes, Span<int> places)
    {
        places.Fill(-1);
        for (int place = 0; place < classes.Length && classes[place] < places.Length; place++)
        {
            places[classes[place]] = place;
        }

        return places;
    }

    private static ArgumentException Broken() => new("The tables do not belong to their counts. Pass Classes.KnownCounts.Tables of the record.", "tables");
}
