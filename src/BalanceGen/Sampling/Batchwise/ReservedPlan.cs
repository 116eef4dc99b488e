namespace BalanceGen;

/// <summary>
/// The expectation of samplers that reserve places: in each pass over a class a row is drawn once with the probability u that its place is
/// used, and not at all otherwise. It is still unseen after x passes with the probability (1 − u)^x.
/// </summary>
internal static class ReservedPlan
{
    public static SamplerPlan Of(ClassCounts counts, long epochLength, ReadOnlySpan<ReservedPass> passes)
    {
        var classes = new ClassPlan[passes.Length];
        var rates = new double[passes.Length];
        double certain = 0;
        bool neverAll = false;
        for (int index = 0; index < classes.Length; index++)
        {
            ReservedPass pass = passes[index];
            long count = counts[index];
            double passesPerEpoch = count == 0 ? 0 : pass.PlacesPerEpoch / count;
            double? epochs = count == 0 ? 0 : pass.Share == 0 ? null : EpochsUntilAllSeen(count, passesPerEpoch, pass.Used);
            neverAll |= epochs is null;
            if (epochs is > 0 && pass.Used < 1)
            {
                rates[index] = -PortableMath.Log1P(-pass.Used) * passesPerEpoch;
            }
            else
            {
                certain = Math.Max(certain, epochs ?? 0);
            }

            classes[index] = new ClassPlan(
                index, count, pass.TargetShare, pass.Share, pass.Share * epochLength, SeenShare(passesPerEpoch, pass.Used), epochs);
        }

        double? untilAllSeen = neverAll ? null : Math.Max(certain, Coverage.ExpectedLastArrival(counts.Values, rates));
        return new SamplerPlan(counts, epochLength, isExact: false, untilAllSeen, classes);
    }

    private static double SeenShare(double passes, double used)
    {
        double whole = Math.Floor(passes);
        double unseen = used == 1 ? (whole > 0 ? 0 : 1) : PortableMath.Exp(Math.Max(-690, whole * PortableMath.Log1P(-used)));
        return Math.Clamp(1 - (unseen * (1 - (used * (passes - whole)))), 0, 1);
    }

    private static double EpochsUntilAllSeen(long count, double passesPerEpoch, double used) =>
        used == 1 ? 1 / passesPerEpoch : Coverage.ExpectedLastArrival([count], [-PortableMath.Log1P(-used) * passesPerEpoch]);
}
