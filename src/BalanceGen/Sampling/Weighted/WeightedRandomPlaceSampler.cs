namespace BalanceGen.Sampling;

/// <summary>
/// Independent draws of (class, place within the class) from counts alone, for data sets with more rows than fit in memory or in 31 bits: up to 2^63 − 1.
/// </summary>
/// <remarks>
/// A draw takes class c with the probability p_c and each of its n_c places with the probability p_c/n_c: the same distribution as <see cref="WeightedRandomSampler"/> with
/// replacement, as a pure function of the seed and the draw number. The bias of a place is below n_c·2^-64 of its probability. For counts that fit into a
/// row index the draws are those of <see cref="WeightedRandomSampler"/> with the same seed and target. O(1) per draw, O(classes) memory. Immutable and thread-safe.
/// </remarks>
public sealed class WeightedRandomPlaceSampler : PlaceSampler
{
    /// <summary>What saved states know this sampler by: the name that it had first.</summary>
    private const string HashedName = "ClassPlaceSampler";

    private readonly AliasTable _table;
    private readonly int[] _drawn;
    private readonly double[] _shares;

    /// <summary>A sampler of places by counts. O(classes).</summary>
    /// <param name="counts">The number of rows of each class.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="target">In which proportion the classes are drawn; uniform by default.</param>
    /// <param name="zeroCounts">What happens where the target asks for rows of a class that has none.</param>
    /// <param name="epochLength">The number of draws in an epoch, 1 or more; the number of rows by default. It does not change the draws.</param>
    /// <exception cref="EmptyDatasetException">There are no rows.</exception>
    /// <exception cref="EmptyClassException">The target asks for rows of a class that has none, and the policy is to throw.</exception>
    /// <exception cref="ClassMismatchException">The target has another number of shares than there are classes.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epochLength"/> is less than 1.</exception>
    public WeightedRandomPlaceSampler(
        ClassCounts counts, long seed, TargetDistribution? target = null, ZeroCountPolicy zeroCounts = default, long? epochLength = null)
        : base(WithRows(counts, "A weighted random sampler"), seed, Sampler.EpochOf(epochLength, counts.Total, nameof(epochLength)))
    {
        target ??= TargetDistribution.Uniform;
        _shares = target.Resolve(counts, zeroCounts);
        _drawn = [.. Enumerable.Range(0, _shares.Length).Where(classIndex => _shares[classIndex] > 0)];
        ulong[] masses = ClassMasses.Of(target, counts, zeroCounts, _shares, _drawn);
        _table = new AliasTable(masses, [.. Enumerable.Range(0, _drawn.Length)], [.. _drawn.Select(_ => 1)]);

        var hasher = new ConfigurationHasher(HashedName);
        hasher.AddRows(counts.Values);
        hasher.AddTarget([.. masses.Select(mass => (long)mass)]);
        hasher.AddOption(epochLength ?? 0);
        ConfigurationHash = hasher.Hash;
    }

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <summary>The probability with which a draw takes a class.</summary>
    /// <param name="classIndex">A class index of [0, class count).</param>
    /// <exception cref="ArgumentOutOfRangeException">The class index is outside that range.</exception>
    public double ShareOf(int classIndex) => _shares.At(classIndex);

    /// <summary>What a number of draws, taken as one epoch, is expected to do. O(classes · 4096); allocates the plan.</summary>
    /// <param name="draws">The number of draws, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draws"/> is less than 1.</exception>
    public override SamplerPlan PlanFor(long draws)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        return IndependentPlan.Of(Counts, _shares, draws);
    }

    /// <inheritdoc/>
    [SkipLocalsInit]
    public override void Fill(long firstDraw, Span<ClassPlace> places)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        Span<ulong> words = stackalloc ulong[DrawBlock.WordCount];
        AliasLookup lookup = _table.Lookup;
        while (!places.IsEmpty)
        {
            (long block, long first) = Math.DivRem(firstDraw, DrawBlock.Length);
            int run = Math.Min(DrawBlock.Length - (int)first, places.Length);
            DrawBlock.Fill(Seed, DrawStreams.Draw, block, (int)first + run, words);
            for (int draw = 0; draw < run; draw++)
            {
                int at = DrawBlock.IndexOf((int)first + draw);
                int classIndex = _drawn[(int)(lookup.RangeOf(words[at]) >> 32)];
                places[draw] = new ClassPlace(classIndex, (long)Math.BigMul(words[at + 4], (ulong)Counts[classIndex], out _));
            }

            places = places[run..];
            firstDraw += run;
        }
    }
}
