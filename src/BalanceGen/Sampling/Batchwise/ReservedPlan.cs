namespace BalanceGen;

/// <summary>
/// The expectation of samplers that reserve places: in each pass over a class a row is drawn once with the probability u that its place is
/// used, and not at all otherwise. It is still unseen after x passes with the probability (1 − u)^⌊x⌋ · (1 − u · (x − ⌊x⌋)).
/// </summary>
internal static class ReservedPlan
{
    /// <summary>Beyond (ln n + this)/−ln(1 − u) passes the probability that a row of a class is still unseen is below 1e-13.</summary>
    private const double Tail = 30;

    private const int Panels = 4096;

    public static SamplerPlan Of(ClassCounts counts, long epochLength, ReadOnlySpan<ReservedPass> passes)
    {
        var classes = new ClassPlan[passes.Length];
        bool neverAll = false;
        for (int index = 0; index < classes.Length; index++)
        {
            ReservedPass pass = passes[index];
            long count = counts[index];
            double? epochs = count == 0 ? 0 : pass.Share == 0 ? null : ExpectedEpochsUntilAllSeen([count], [pass]);
            neverAll |= epochs is null;
            double passesPerEpoch = count == 0 ? 0 : pass.PlacesPerEpoch / count;
            classes[index] = new ClassPlan(
                index, count, pass.TargetShare, pass.Share, pass.Share * epochLength, count == 0 ? 0 : 1 - Unseen(passesPerEpoch, pass.Used), epochs);
        }

        double? untilAllSeen = neverAll ? null : ExpectedEpochsUntilAllSeen(counts.Values, passes);
        return new SamplerPlan(counts, epochLength, isExact: false, untilAllSeen, classes);
    }

    /// <summary>∫ 1 − Π_c (1 − unseen_c(t))^(n_c) dt over t ≥ 0 by the midpoint rule, which the kinks at the ends of passes do not mislead.</summary>
    private static double ExpectedEpochsUntilAllSeen(ReadOnlySpan<long> counts, ReadOnlySpan<ReservedPass> passes)
    {
        double end = 0;
        for (int index = 0; index < counts.Length; index++)
        {
            if (counts[index] > 0)
            {
                double mostPasses = 1 + ((Math.Log(counts[index]) + Tail) / -PortableMath.Log1P(-passes[index].Used));
                end = Math.Max(end, mostPasses * counts[index] / passes[index].PlacesPerEpoch);
            }
        }

        double sum = 0;
        for (int panel = 0; panel < Panels; panel++)
        {
            sum += ProbabilityThatARowIsUnseen(counts, passes, end * (panel + 0.5) / Panels);
        }

        return sum * end / Panels;
    }

    private static double ProbabilityThatARowIsUnseen(ReadOnlySpan<long> counts, ReadOnlySpan<ReservedPass> passes, double epochs)
    {
        double logAllSeen = 0;
        for (int index = 0; index < counts.Length; index++)
        {
            double places = Math.Floor(epochs * passes[index].PlacesPerEpoch);
            if (places < counts[index])
            {
                return 1;
            }

            if (counts[index] > 0)
            {
                logAllSeen += counts[index] * PortableMath.Log1P(-Unseen(places / counts[index], passes[index].Used));
            }
        }

        return -PortableMath.ExpM1(logAllSeen);
    }

    private static double Unseen(double passes, double used)
    {
        double whole = Math.Floor(passes);
        double afterWhole = whole == 0 ? 1 : used == 1 ? 0 : PortableMath.Exp(Math.Max(-690, whole * PortableMath.Log1P(-used)));
        return afterWhole * (1 - (used * (passes - whole)));
    }
}
