namespace BalanceGen.Sampling;

/// <summary>
/// Batches of P different classes with K rows of each, as metric learning needs them (Shen, Lin, Huang: Relay backpropagation, ECCV 2016;
/// "P×K batches", Hermans et al. 2017, arXiv 1703.07737).
/// </summary>
/// <remarks>
/// <para>
/// A round takes the C classes that have rows in a random order, P at a time, in ⌊C/P⌋ batches. A class comes at most once in a round, with the
/// probability P·⌊C/P⌋/C, and exactly once where P divides C. Its K rows are the next places of permutations of its rows, and every pass has a new permutation. If P
/// divides C, every row of a class comes once in every n draws of the class. A class with fewer than K rows repeats them. The rows of a batch lie class by class. A row
/// comes twice in a batch only if a pass over its class ends there.
/// </para>
/// <para>
/// A draw is O(1) in runs of whole batches and O(P·K) alone. Memory: 4 bytes per draw of a batch and about 200 bytes per class. Thread-safe.
/// </para>
/// </remarks>
[CorrectsImbalance, RepeatsRows, ComposesBatches("classesPerBatch", "rowsPerClass")]
public sealed class ClassAwareSampler : Sampler
{
    private readonly ComposedBatches _batches;
    private readonly int _drawnClasses;

    /// <summary>A class-aware sampler of the rows of an index. O(classes + batch size).</summary>
    /// <param name="index">The row index.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="classesPerBatch">The number of different classes in a batch P, 1 or more, at most the number of classes with rows.</param>
    /// <param name="rowsPerClass">The number of rows of each of them K, 1 or more.</param>
    /// <param name="zeroCounts">What happens to a class without rows: an error, or it is left out.</param>
    /// <param name="epochLength">
    /// The number of draws in an epoch, a multiple of P·K. It does not change the draws. The default is the number of rows, rounded up to
    /// whole batches.
    /// </param>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="EmptyClassException">A class has no rows, and the policy is to throw.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="classesPerBatch"/> or <paramref name="rowsPerClass"/> is less than 1, there are fewer classes with rows than
    /// <paramref name="classesPerBatch"/>, a batch has more than 2^30 rows, or <paramref name="epochLength"/> is no multiple of the batch size.
    /// </exception>
    public ClassAwareSampler(
        RowIndex index, long seed, [ValueRange(1, int.MaxValue)] int classesPerBatch, [ValueRange(1, int.MaxValue)] int rowsPerClass, ZeroCountPolicy zeroCounts = default, long? epochLength = null)
        : base(
            WithRows(index, "A class-aware sampler"),
            seed,
            EpochOfBatches(epochLength, index.RowCount, SizeOf(classesPerBatch, rowsPerClass)))
    {
        double[] shares = TargetDistribution.Uniform.Resolve(index.Counts, zeroCounts);
        int[] drawn = [.. Enumerable.Range(0, shares.Length).Where(classIndex => shares[classIndex] > 0)];
        if (classesPerBatch > drawn.Length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(classesPerBatch), classesPerBatch, $"There are {drawn.Length} classes with rows, and those of a batch are different.");
        }

        Counts = index.Counts;
        ClassesPerBatch = classesPerBatch;
        RowsPerClass = rowsPerClass;
        _drawnClasses = drawn.Length;
        PermutedClass[] classes = PermutedClass.Of(index, drawn);
        var lookup = new RowLookup(index.SortedRows);
        _batches = new ComposedBatches(() => new ClassAwareBatches(seed, classesPerBatch, rowsPerClass, classes, lookup));

        var hasher = new ConfigurationHasher(nameof(ClassAwareSampler));
        hasher.AddRows(index);
        hasher.AddOption(classesPerBatch);
        hasher.AddOption(rowsPerClass);
        hasher.AddOption(EpochLength);
        ConfigurationHash = hasher.Hash;
    }

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <summary>The number of rows of each class.</summary>
    public ClassCounts Counts { get; }

    /// <summary>The number of different classes in a batch, P.</summary>
    public int ClassesPerBatch { get; }

    /// <summary>The number of rows of each of them, K.</summary>
    public int RowsPerClass { get; }

    /// <summary>The number of draws in a batch, P·K. Batch b is the draws of [b·P·K, (b+1)·P·K).</summary>
    public int BatchSize => ClassesPerBatch * RowsPerClass;

    /// <summary>
    /// What the sampler is expected to do, with rows taken as independent: a class of a few times as many rows as a batch draws of it is seen somewhat earlier
    /// or later. O(classes · 4096); allocates the plan.
    /// </summary>
    public SamplerPlan Plan => PlanOf(EpochLength);

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<int> rows) => _batches.Fill(firstDraw, rows);

    internal override int BatchMultiple => BatchSize;

    // Visits: the number of the pass over the class. A row comes exactly once in a pass if the classes of a batch divide their number, and
    // otherwise at most once.
    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => _drawnClasses % ClassesPerBatch == 0 ? VisitNumbering.Exact : VisitNumbering.Distinct;

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits) => _batches.FillVisits(firstDraw, visits);

    internal override SamplerPlan PlanOf(long draws)
    {
        int batchesPerRound = _drawnClasses / ClassesPerBatch;
        double used = (double)(batchesPerRound * ClassesPerBatch) / _drawnClasses;
        double places = (double)draws / BatchSize / batchesPerRound * RowsPerClass;
        double share = 1.0 / _drawnClasses;
        var pass = new ReservedPass(share, share, places, used, used < 1 ? RowsPerClass : 1);
        return ReservedPlan.Of(Counts, draws, index => Counts[index] > 0 ? pass : pass with { TargetShare = 0, Share = 0, PlacesPerEpoch = 0 });
    }

    private static int SizeOf(int classesPerBatch, int rowsPerClass)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classesPerBatch, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(rowsPerClass, 1);
        long size = (long)classesPerBatch * rowsPerClass;
        return size <= 1 << 30
            ? (int)size
            : throw new ArgumentOutOfRangeException(nameof(rowsPerClass), rowsPerClass, $"A batch would have {size} rows.");
    }
}
