using System.ComponentModel;

namespace BalanceGen.Sampling;

/// <summary>
/// The tables of the samplers for a data set whose counts were known when the program was compiled: the generator emits them as constant data,
/// <c>Classes.KnownCounts.Tables</c>. A sampler that is made with them draws the rows that it draws without them, and need not compute them.
/// </summary>
/// <remarks>
/// They are for the target <see cref="TargetDistribution.Uniform"/>, the default of the samplers, and hold no more than spans of constant data: making one
/// allocates nothing. Thread-safe.
/// </remarks>
public readonly ref struct SamplerTables
{
    /// <summary>The values of a byte.</summary>
    private const int ByteValues = 256;

    private readonly ReadOnlySpan<byte> _balancedOrder;
    private readonly ReadOnlySpan<ulong> _aliasThresholds;
    private readonly ReadOnlySpan<byte> _aliasClasses;

    /// <summary>Tables as the generator emits them. Nothing is copied; what they hold is checked when a sampler takes them.</summary>
    /// <param name="formatVersion">The <see cref="Sampler.FormatVersion"/> they were computed for. Samplers of another version compute their own.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="counts">One count per class, 0 or more.</param>
    /// <param name="zeroCounts">The declared policy for classes without rows.</param>
    /// <param name="balancedOrder">
    /// The class of each draw of every variant of a balanced sampler's period, as one ASCII character: '0' for the class index 0, '1' for 1, up to '~' for 78.
    /// Empty where the sampler shall compute it.
    /// </param>
    /// <param name="aliasThresholds">The thresholds of the alias table of a weighted random sampler, one for each class with rows; empty where the sampler shall compute it.</param>
    /// <param name="aliasClasses">The class index of the alias of each class with rows.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public SamplerTables(
        int formatVersion,
        ClassSet classes,
        ReadOnlySpan<long> counts,
        ZeroCountPolicy zeroCounts,
        ReadOnlySpan<byte> balancedOrder = default,
        ReadOnlySpan<ulong> aliasThresholds = default,
        ReadOnlySpan<byte> aliasClasses = default)
    {
        bool isUsable = formatVersion == Sampler.FormatVersion;
        Classes = classes;
        Counts = counts;
        ZeroCounts = zeroCounts;
        _balancedOrder = isUsable ? balancedOrder : default;
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
            throw CountsDifferException.Of(Classes, index.Classes);
        }

        return Counts.SequenceEqual(index.Counts.Values)
            ? this
            : throw CountsDifferException.Of(index.Counts.DifferencesFrom(new ClassCounts(Classes, Counts)));
    }

    /// <summary>The order of the classes in a period and its variants, or null where there is none. O(slots).</summary>
    internal ClassSchedule? ScheduleOf(ClassQuotas quotas)
    {
        if (_balancedOrder.IsEmpty)
        {
            return null;
        }

        // The sampler reads its tables without bounds checks, so every class must be drawn, and as often as it has to be.
        ReadOnlySpan<int> placeOf = PlaceOfClass(quotas.Classes, '0', stackalloc int[ByteValues]);
        Span<int> seen = stackalloc int[ByteValues];
        var slots = new uint[_balancedOrder.Length % quotas.Period == 0 ? _balancedOrder.Length : throw Broken()];
        for (int first = 0; first < slots.Length; first += quotas.Period)
        {
            seen.Clear();
            ReadOnlySpan<byte> order = _balancedOrder.Slice(first, quotas.Period);
            Span<uint> words = slots.AsSpan(first, order.Length);
            for (int slot = 0; slot < order.Length; slot++)
            {
                int place = placeOf[order[slot]];
                if (place < 0 || seen[place] == quotas.Quotas[place])
                {
                    throw Broken();
                }

                words[slot] = (uint)place | ((uint)seen[place]++ << 16);
            }
        }

        return new ClassSchedule(quotas.Period, slots);
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

        ReadOnlySpan<int> placeOfClass = PlaceOfClass(drawn, 0, stackalloc int[ByteValues]);
        var ranges = new ulong[2 * drawn.Length];
        for (int column = 0; column < drawn.Length; column++)
        {
            int alias = placeOfClass[_aliasClasses[column]];
            ranges[2 * column] = AliasTable.RangeOf(classes[column].Start, classes[column].Count);
            ranges[(2 * column) + 1] = alias < 0 ? throw Broken() : AliasTable.RangeOf(classes[alias].Start, classes[alias].Count);
        }

        return new AliasTable(_aliasThresholds.ToArray(), ranges);
    }

    /// <summary>For each byte the place of the class that it stands for, or −1.</summary>
    private static ReadOnlySpan<int> PlaceOfClass(int[] classes, int byteOfClass0, Span<int> places)
    {
        places.Fill(-1);
        for (int place = 0; place < classes.Length && byteOfClass0 + classes[place] < places.Length; place++)
        {
            places[byteOfClass0 + classes[place]] = place;
        }

        return places;
    }

    private static ArgumentException Broken() => new("The tables do not belong to their counts. Pass Classes.KnownCounts.Tables of the record.", "tables");
}
