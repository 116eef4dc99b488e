namespace BalanceGen.Sampling;

/// <summary>The draws of another sampler in epochs of given lengths. Made by <see cref="Sampler.WithEpochLengths"/>.</summary>
/// <remarks>
/// Draw t is draw t of the other sampler. Only the limits of the epochs differ. A guarantee for every prefix of its draws holds here too. A guarantee for its own epochs,
/// such as every row once, holds for runs of that many draws. <see cref="Sampler.EpochLength"/> is the length that the epochs have in the end. Thread-safe as the other
/// sampler is.
/// </remarks>
public sealed class EpochLengthSampler : Sampler
{
    internal EpochLengthSampler(Sampler source, EpochLengths lengths)
        : base(source, lengths[lengths.EqualFrom])
    {
        Source = source;
        Lengths = lengths;
        var hasher = new ConfigurationHasher(nameof(EpochLengthSampler));
        hasher.AddRows([RowCount, DatasetLength, (long)RowsHash]);
        hasher.AddOption((long)source.ConfigurationHash);
        foreach (long length in lengths.Lengths)
        {
            hasher.AddOption(length);
        }

        ConfigurationHash = hasher.Hash;
    }

    /// <summary>The sampler whose draws these are.</summary>
    public Sampler Source { get; }

    /// <summary>The length of each epoch.</summary>
    public EpochLengths Lengths { get; }

    /// <inheritdoc/>
    public override ulong ConfigurationHash { get; }

    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => Source.VisitNumbering;

    internal override int BatchMultiple => Source.BatchMultiple;

    internal override long EqualFrom => Lengths.EqualFrom;

    /// <inheritdoc/>
    public override int RowAt(long draw) => Source.RowAt(draw);

    /// <inheritdoc/>
    public override void Fill(long firstDraw, Span<int> rows) => Source.Fill(firstDraw, rows);

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits) => Source.FillVisits(firstDraw, visits);

    internal override long StartOf(long epoch) => Lengths.StartOf(epoch);

    internal override long DrawsOf(long epoch) => Lengths[epoch];

    internal override long CommonDrawsOf(long epoch) => Lengths[epoch];

    internal override long EpochAt(long draw) => Lengths.EpochAt(draw);

    internal override (long Draw, long Epoch) NumberOf(long draw) => (draw, Lengths.EpochAt(draw));

    internal override (long Epoch, long Draw) PositionOf(SamplerState state)
    {
        long draw = ResumeFrom(state);
        return (Lengths.EpochAt(draw), draw);
    }

    internal override SamplerPlan? PlanOf(long draws) => Source.PlanOf(draws);
}
