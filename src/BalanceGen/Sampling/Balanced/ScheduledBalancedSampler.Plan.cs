namespace BalanceGen.Sampling;

/// <content>When a class is drawn: exact, without drawing.</content>
public sealed partial class ScheduledBalancedSampler
{
    /// <summary>The draws at which another target takes effect, ascending; the first is 0.</summary>
    public IReadOnlyList<long> SwitchPoints => [.. _visits.Phases.Select(phase => phase.FirstDraw)];

    /// <summary>
    /// What the sampler will do, exactly: target and achieved shares of the last phase, the draws of the first epoch, and when every row
    /// was seen. O(phases · period + classes · period); allocates the plan.
    /// </summary>
    public SamplerPlan Plan => PlanOf(EpochLength);

    /// <summary>The share of the draws that a class really gets at a draw's target.</summary>
    /// <param name="classIndex">A class index of [0, class count).</param>
    /// <param name="draw">The draw, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public double AchievedShare(int classIndex, long draw) => _visits.AchievedShare(classIndex, draw);

    internal override SamplerPlan PlanOf(long draws) => _visits.PlanOf(draws);
}
