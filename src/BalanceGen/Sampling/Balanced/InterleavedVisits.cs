namespace BalanceGen.Sampling;

/// <summary>
/// Which sampler each draw of a mix is of, and its number among the draws of that sampler. The order goes on for ever, or is that of an
/// epoch and begins anew with every epoch. Immutable, thread-safe.
/// </summary>
/// <param name="order">The order.</param>
/// <param name="epochLength">The number of draws in an epoch, or null where the order goes on for ever.</param>
internal sealed class InterleavedVisits(PhasedVisits order, long? epochLength = null)
{
    /// <summary>The draws after which the order begins anew, and how many of them each sampler has.</summary>
    private readonly long _length = epochLength ?? long.MaxValue;
    private readonly long[]? _visitsOfEpoch = epochLength is { } length ? order.VisitsUntil(length) : null;

    /// <summary>The phases; of an order that begins anew, those of the first epoch.</summary>
    public IReadOnlyList<BalancedPhase> Phases => order.Phases;

    /// <summary>The shares that the samplers are to have in the long run.</summary>
    public double[] TargetShares(ClassCounts counts) => _visitsOfEpoch is null
        ? Phases[^1].Target.Resolve(counts, default)
        : [.. _visitsOfEpoch.Select(visits => (double)visits / _length)];

    /// <summary>The share that a sampler really has in the long run.</summary>
    public double AchievedShare(int source) =>
        _visitsOfEpoch is null ? order.AchievedShare(source, Phases[^1].FirstDraw) : (double)_visitsOfEpoch[source] / _length;

    /// <summary>The share that a sampler has at a draw.</summary>
    public double AchievedShare(int source, long draw)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        return order.AchievedShare(source, draw % _length);
    }

    /// <summary>Writes the sampler and the number of its draw of consecutive draws.</summary>
    public void Fill(KeptTurns memory, long firstDraw, Span<ClassPlace> draws)
    {
        if (_visitsOfEpoch is null)
        {
            order.Fill(memory, firstDraw, draws);
            return;
        }

        while (!draws.IsEmpty)
        {
            (long epoch, long draw) = Math.DivRem(firstDraw, _length);
            Span<ClassPlace> run = draws[..(int)Math.Min(draws.Length, _length - draw)];
            order.Fill(memory, draw, run);
            foreach (ref ClassPlace visit in run)
            {
                visit = new ClassPlace(visit.ClassIndex, visit.Place + (epoch * _visitsOfEpoch[visit.ClassIndex]));
            }

            draws = draws[run.Length..];
            firstDraw += run.Length;
        }
    }

    /// <summary>By sampler, how many of the first draws are of it.</summary>
    public long[] VisitsUntil(long draws)
    {
        (long epochs, long rest) = Math.DivRem(draws, _length);
        long[] visits = order.VisitsUntil(rest);
        for (int source = 0; source < visits.Length && epochs > 0; source++)
        {
            visits[source] += epochs * _visitsOfEpoch![source];
        }

        return visits;
    }

    /// <summary>The number of the draw that is a visit of a sampler, or null where the sampler has no such draw.</summary>
    public long? DrawOf(VisitFinder finder, int source, long visit)
    {
        if (_visitsOfEpoch is null)
        {
            return finder.DrawOf(source, visit);
        }

        return _visitsOfEpoch[source] == 0 ? null : checked((visit / _visitsOfEpoch[source] * _length) + finder.DrawOf(source, visit % _visitsOfEpoch[source]));
    }

    /// <summary>What finds draws of visits. Not thread-safe.</summary>
    public VisitFinder CreateFinder() => new(order);

    /// <summary>
    /// Adds the order to the hash of a configuration. The shares, the epochs of the samplers and the seed decide where a sampler is
    /// exhausted; the seed is not hashed.
    /// </summary>
    public void AddTo(ref ConfigurationHasher hasher)
    {
        if (Phases.Count == 1 || _visitsOfEpoch is not null)
        {
            ClassQuotas first = Phases[0].Quotas;
            foreach (int number in (ReadOnlySpan<int>)[.. first.Classes, .. first.Quotas])
            {
                hasher.AddTarget(number);
            }
        }
        else
        {
            order.AddTo(ref hasher);
        }
    }
}
