namespace BalanceGen.Sampling;

/// <summary>
/// The balanced order for files that are fast to read only group by group, such as Parquet. Rare classes are held in memory. The rows of
/// frequent classes come group by group in a seeded order, and are permuted inside a window of some groups.
/// </summary>
/// <remarks>
/// <para>
/// The class of a draw is that of <see cref="BalancedPlaceSampler"/>, so the shares are exact at every prefix. Each row of a class comes once in every n draws of the
/// class, so coverage is exact too.
/// The draw is a function of the seed and its number: states, ranks and seeks are those of any other sampler.
/// </para>
/// <para>
/// Rows of a frequent class are less random: two rows of one group are never further apart in a pass than a window. If the rows of a data set lie in a meaningful order,
/// shuffle them once when you write the files. Classes in memory are permuted as a whole.
/// </para>
/// <para>
/// A draw is O(log groups). Memory: 8 bytes for each group and frequent class, and 12 more for the pass that is being drawn. Thread-safe.
/// </para>
/// </remarks>
public sealed class WindowedPlaceSampler : PlaceSampler
{
    private readonly PhasedVisits _visits;
    private readonly ClassWindows?[] _windows;
    private readonly int[] _inMemory;

    // What a run remembers, taken for the time of a call. A concurrent second caller makes its own.
    private PlaceRun? _run;

    /// <summary>A windowed sampler by counts and groups of rows.</summary>
    /// <param name="counts">The number of rows of each class.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="firstPlaces">
    /// The places of a class in each group, for a class that is not held in memory: the first place in each group, ascending from 0, and
    /// then the number of its rows.
    /// </param>
    /// <param name="options">The size of the window, and how many rows are held in memory.</param>
    /// <param name="target">In which proportion the classes are drawn; uniform by default.</param>
    /// <param name="zeroCounts">What happens where the target asks for rows of a class that has none.</param>
    /// <param name="epochLength">The number of draws in an epoch, 1 or more; the number of rows by default. It does not change the draws.</param>
    /// <exception cref="ArgumentException">The places of a class do not ascend from 0 to its count, or classes have other numbers of groups.</exception>
    /// <exception cref="EmptyDatasetException">There are no rows.</exception>
    /// <exception cref="EmptyClassException">The target asks for rows of a class that has none, and the policy is to throw.</exception>
    /// <exception cref="ShareTooSmallException">A share above 0 is below half a draw in the longest period.</exception>
    public WindowedPlaceSampler(
        ClassCounts counts,
        long seed,
        Func<int, long[]> firstPlaces,
        WindowOptions? options = null,
        TargetDistribution? target = null,
        ZeroCountPolicy zeroCounts = default,
        long? epochLength = null)
        : base(WithRows(counts, "A windowed sampler"), seed, Sampler.EpochOf(epochLength, counts.Total, nameof(epochLength)))
    {
        ArgumentNullException.ThrowIfNull(firstPlaces);
        options ??= new WindowOptions();
        Target = target ?? TargetDistribution.Uniform;
        var hasher = new ConfigurationHasher(nameof(WindowedPlaceSampler));
        hasher.AddRows(Counts.Values);
        hasher.AddOption(epochLength ?? 0);
        hasher.AddOption(options.Groups);
        _visits = new PhasedVisits(Counts, seed, zeroCounts, [(0, Target)]);
        _visits.AddTo(ref hasher);
        _inMemory = InMemory(options.MemoryRows);
        hasher.AddDerived([.. _inMemory.Select(classIndex => (long)classIndex)]);
        _windows = new ClassWindows?[Counts.Classes.Count];
        int groups = -1;
        foreach (int classIndex in _visits.Phases[0].Quotas.Classes.Except(_inMemory))
        {
            long[] places = firstPlaces(classIndex);
            groups = groups < 0 ? places.Length : groups;
            if (places.Length != groups || places.Length < 2 || places[0] != 0 || places[^1] != Counts[classIndex] || places.Zip(places.Skip(1)).Any(pair => pair.Second < pair.First))
            {
                throw new ArgumentException($"The groups of class '{Counts.Classes[classIndex]}' must go from place 0 to its {Counts[classIndex]} rows, and be as many as those of the other classes.", nameof(firstPlaces));
            }

            hasher.AddRows(places);
            _windows[classIndex] = new ClassWindows(classIndex, seed, options.Groups, places);
        }

        ConfigurationHash = hasher.Hash;
    }

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <summary>In which proportion the classes were asked for.</summary>
    public TargetDistribution Target { get; }

    /// <summary>The classes whose rows are to be held in memory, by whoever reads them.</summary>
    public IReadOnlyList<int> ClassesInMemory => _inMemory;

    /// <summary>The share of the draws that a class really gets.</summary>
    /// <param name="classIndex">A class index of [0, class count).</param>
    /// <exception cref="ArgumentOutOfRangeException">The class index is outside that range.</exception>
    public double AchievedShare(int classIndex) => _visits.AchievedShare(classIndex, 0);

    /// <summary>What the sampler will do in its first draws, exactly. Allocates the plan.</summary>
    /// <param name="draws">The number of draws, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draws"/> is less than 1.</exception>
    public override SamplerPlan PlanFor(long draws)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        return _visits.PlanOf(draws);
    }

    /// <summary>
    /// How many rows are decoded for each draw in the long run, if groups are kept as long as their window lasts: Σ p_c·N/n_c over the
    /// classes that are not in memory and are passed over at different speeds. A sequential pass over all rows decodes 1 row for each draw.
    /// </summary>
    public double RowsDecodedPerDraw
    {
        get
        {
            double[] speeds = [.. Enumerable.Range(0, _windows.Length).Where(index => _windows[index] is not null).Select(index => AchievedShare(index) / Counts[index])];
            return speeds.Distinct().Sum() * Counts.Total;
        }
    }

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<ClassPlace> places)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        PlaceRun run = Interlocked.Exchange(ref _run, null) ?? new PlaceRun(Counts, Seed);
        run.FillVisits(_visits, firstDraw, places);
        foreach (ref ClassPlace place in places)
        {
            if (_windows[place.ClassIndex] is { } windows)
            {
                place = place with { Place = windows.PlaceOf(place.Place) };
            }
            else
            {
                run.Places.Replace(new Span<ClassPlace>(ref place));
            }
        }

        _run = run;
    }

    /// <summary>The classes with the shortest passes, as long as there is room for all rows of the next.</summary>
    private int[] InMemory(long room)
    {
        var classes = new List<int>();
        foreach (int classIndex in _visits.Phases[0].Quotas.Classes.OrderBy(index => Counts[index] / AchievedShare(index)).ThenBy(index => index))
        {
            if (Counts[classIndex] > room)
            {
                break;
            }

            room -= Counts[classIndex];
            classes.Add(classIndex);
        }

        return [.. classes.Order()];
    }
}
