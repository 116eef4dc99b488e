namespace BalanceGen.Sampling;

/// <summary>
/// The expectation of samplers that reserve places: in each pass over a class a row is drawn once with the probability u that its place is
/// used, and not at all otherwise. It is still unseen after x passes with the probability (1 − u)^⌊x⌋ · (1 − u · (x − ⌊x⌋)).
/// </summary>
/// <remarks>
/// Rows and passes are taken as independent. Of a class that has no more rows than places that are used together, all rows come together; a class
/// of a few times as many is seen somewhat earlier or later than this says.
/// </remarks>
internal static class ReservedPlan
{
    /// <summary>Beyond (ln n + this)/−ln(1 − u) passes the probability that a row of a class is still unseen is below 1e-13.</summary>
    private const double Tail = 30;

    private const int Panels = 4096;

    public static SamplerPlan Of(ClassCounts counts, long epochLength, Func<int, ReservedPass> passOf)
    {
        ReservedPass[] passes = [.. Enumerable.Range(0, counts.Classes.Count).Select(passOf)];
        var classes = new ClassPlan[passes.Length];
        for (int index = 0; index < classes.Length; index++)
        {
            ReservedPass pass = passes[index];
            long count = counts[index];
            double? epochs = count == 0 ? 0 : pass.Share == 0 ? null : ExpectedEpochsUntilAllSeen([count], [pass]);
            double seen = count == 0 ? 0 : 1 - Unseen(count, pass, pass.PlacesPerEpoch);
            classes[index] = new ClassPlan(index, count, pass.TargetShare, pass.Share, pass.Share * epochLength, seen, epochs);
        }

        return new SamplerPlan(counts, epochLength, classes, () => ExpectedEpochsUntilAllSeen(counts.Values, passes));
    }

    /// <summary>
    /// ∫ 1 − Π_c P(all rows of c were seen by t) dt over t ≥ 0. That is 1 until every class was passed over once, and falls in steps from there on: the
    /// midpoint rule is off by at most half a panel.
    /// </summary>
    private static double ExpectedEpochsUntilAllSeen(ReadOnlySpan<long> counts, ReadOnlySpan<ReservedPass> passes)
    {
        double start = 0;
        double end = 0;
        for (int index = 0; index < counts.Length; index++)
        {
            if (counts[index] > 0)
            {
                ReservedPass pass = passes[index];
                double morePasses = (Math.Log(counts[index]) + Tail) / -PortableMath.Log1P(-pass.Used);
                start = Math.Max(start, counts[index] / pass.PlacesPerEpoch);
                end = Math.Max(end, (counts[index] + (morePasses * LengthOf(counts[index], pass))) / pass.PlacesPerEpoch);
            }
        }

        double sum = 0;
        for (int panel = 0; panel < Panels && start < end; panel++)
        {
            sum += ProbabilityThatARowIsUnseen(counts, passes, start + ((end - start) * ((panel + 0.5) / Panels)));
        }

        return start + ((end - start) * (sum / Panels));
    }

    private static double ProbabilityThatARowIsUnseen(ReadOnlySpan<long> counts, ReadOnlySpan<ReservedPass> passes, double epochs)
    {
        double logAllSeen = 0;
        for (int index = 0; index < counts.Length; index++)
        {
            if (counts[index] > 0)
            {
                ReservedPass pass = passes[index];
                long independent = pass.Together >= counts[index] ? 1 : counts[index];
                logAllSeen += independent * PortableMath.Log1P(-Unseen(counts[index], pass, Math.Floor(epochs * pass.PlacesPerEpoch)));
            }
        }

        return -PortableMath.ExpM1(logAllSeen);
    }

    /// <summary>The probability that a row was not drawn at a number of places.</summary>
    private static double Unseen(long count, ReservedPass pass, double places)
    {
        double length = LengthOf(count, pass);
        double whole = Math.Floor(places / length);
        double begun = Math.Min(1, (places - (whole * length)) / count);
        double afterWhole = whole == 0 ? 1 : Math.Exp(whole * PortableMath.Log1P(-pass.Used));
        return afterWhole * (1 - (pass.Used * begun));
    }

    /// <summary>After how many places a row has its next chance: places that are used together, with a row twice among them, are one chance.</summary>
    private static double LengthOf(long count, ReservedPass pass) => Math.Max(count, pass.Together);
}
