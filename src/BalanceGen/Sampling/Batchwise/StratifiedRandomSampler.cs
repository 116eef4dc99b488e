namespace BalanceGen.Sampling;

/// <summary>
/// Random batches with stratified class counts: a batch of B draws has ⌊B·p_c⌋ or ⌈B·p_c⌉ draws of class c, and B·p_c on average.
/// </summary>
/// <remarks>
/// <para>
/// Systematic resampling: the classes lie on a line in an order that is random for each batch, each with the length B·p_c, and B points at the
/// distance 1 with one random offset pick from them. Batches are independent in their class counts, unlike those of
/// <see cref="BalancedSampler"/>, which follow one long-run order; the counts of the classes in a batch vary less than in independent draws.
/// </para>
/// <para>
/// Every batch has ⌈B·p_c⌉ consecutive places of the permutations of class c for itself and uses the first of them. So a row comes at most once in a
/// pass over its class, exactly once where B·p_c is a whole number, and each row of a class with the same probability. A draw is O(1) in runs of whole
/// batches and O(B + classes) alone. Memory: 8 bytes per draw of a batch and about 200 bytes per class. Thread-safe.
/// </para>
/// </remarks>
[CorrectsImbalance, RepeatsRows, DrawsByClass, ComposesBatches("batchSize")]
public sealed class StratifiedRandomSampler : Sampler
{
    private readonly ComposedBatches _batches;
    private readonly double[] _shares;
    private readonly int[] _reserved;

    /// <summary>A stratified random sampler of the rows of an index. O(classes + batch size).</summary>
    /// <param name="index">The row index.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="batchSize">The number of draws in a batch B, 1 or more. Batch b is the draws of [b·B, (b+1)·B).</param>
    /// <param name="target">In which proportion the classes are drawn; uniform by default.</param>
    /// <param name="zeroCounts">What happens where the target asks for rows of a class that has none.</param>
    /// <param name="epochLength">
    /// The number of draws in an epoch, a multiple of the batch size. It does not change the draws. The default is the number of rows,
    /// rounded up to whole batches.
    /// </param>
    /// <exception cref="EmptyDatasetException">The index has no rows.</exception>
    /// <exception cref="EmptyClassException">The target asks for rows of a class that has none, and the policy is to throw.</exception>
    /// <exception cref="ClassMismatchException">The target has another number of shares than the index has classes.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is less than 1, or <paramref name="epochLength"/> is no multiple of it.</exception>
    public StratifiedRandomSampler(
        RowIndex index, long seed, [ValueRange(1, int.MaxValue)] int batchSize, TargetDistribution? target = null, ZeroCountPolicy zeroCounts = default, long? epochLength = null)
        : base(WithRows(index, "A stratified random sampler"), seed, EpochOfBatches(epochLength, index.RowCount, batchSize))
    {
        BatchSize = batchSize;
        Counts = index.Counts;
        target ??= TargetDistribution.Uniform;
        _shares = target.Resolve(index.Counts, zeroCounts);
        int[] drawn = [.. Enumerable.Range(0, _shares.Length).Where(classIndex => _shares[classIndex] > 0)];
        ulong[] masses = ClassMasses.Of(target, index.Counts, zeroCounts, _shares, drawn);
        UInt128 total = masses.Aggregate(UInt128.Zero, (sum, mass) => sum + mass);
        int[] reserved = [.. masses.Select(mass => (int)((((UInt128)mass * (uint)batchSize) + total - 1) / total))];
        _reserved = new int[_shares.Length];
        for (int place = 0; place < drawn.Length; place++)
        {
            _reserved[drawn[place]] = reserved[place];
        }

        PermutedClass[] classes = PermutedClass.Of(index, drawn);
        var lookup = new RowLookup(index.SortedRows);
        _batches = new ComposedBatches(() => new StratifiedBatches(seed, batchSize, masses, reserved, classes, lookup));

        var hasher = new ConfigurationHasher(nameof(StratifiedRandomSampler));
        hasher.AddRows(index);
        hasher.AddTarget([.. drawn.Select(classIndex => (long)classIndex)]);
        hasher.AddTarget([.. masses.Select(mass => (long)mass)]);
        hasher.AddOption(batchSize);
        hasher.AddOption(EpochLength);
        ConfigurationHash = hasher.Hash;
    }

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <summary>The number of rows of each class.</summary>
    public ClassCounts Counts { get; }

    /// <summary>The number of draws in a batch.</summary>
    public int BatchSize { get; }

    /// <summary>
    /// What the sampler is expected to do, with rows taken as independent: a class of a few times as many rows as a batch draws of it is seen somewhat earlier
    /// or later. O(classes · 4096); allocates the plan.
    /// </summary>
    public SamplerPlan Plan => PlanOf(EpochLength);

    /// <summary>The share of the draws that a class has on average.</summary>
    /// <param name="classIndex">A class index of [0, class count).</param>
    /// <exception cref="ArgumentOutOfRangeException">The class index is outside that range.</exception>
    public double ShareOf(int classIndex) => _shares.At(classIndex);

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<int> rows) => _batches.Fill(firstDraw, rows);

    internal override int BatchMultiple => BatchSize;

    // Visits: the number of the pass over the class. A row comes at most once in a pass.
    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => VisitNumbering.Distinct;

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits) => _batches.FillVisits(firstDraw, visits);

    internal override SamplerPlan PlanOf(long draws)
    {
        double batches = (double)draws / BatchSize;
        return ReservedPlan.Of(Counts, draws, index =>
        {
            // No mass is below 1, however small a share is.
            double used = _reserved[index] == 0 ? 0 : Math.Clamp(_shares[index] * BatchSize / _reserved[index], 1 / ClassMasses.Scale, 1);
            return new ReservedPass(_shares[index], _shares[index], batches * _reserved[index], used);
        });
    }
}
