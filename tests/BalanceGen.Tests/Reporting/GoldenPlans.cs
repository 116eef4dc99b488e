using System.Globalization;
using System.Text;

namespace BalanceGen.Tests.Reporting;

/// <summary>Plans of whole epochs, of parts and of several, to nine digits; other tests compare plans with what samplers do.</summary>
internal static class GoldenPlans
{
    private const int Seed = 20260101;

    public static string Compute(string kind)
    {
        var text = new StringBuilder($"{kind}\n");
        Sampler sampler = Plans.Create(kind, Seed);
        foreach (long draws in (long[])[sampler.EpochLength, (sampler.EpochLength / 3) + 1, sampler.EpochLength * 5 / 2])
        {
            SamplerPlan plan = sampler.PlanOf(draws)!;
            text.Append(CultureInfo.InvariantCulture, $"  {(plan.IsExact ? "exactly" : "on average")} {Number(plan.RowsSeenPerEpoch)} rows in {plan.EpochLength} draws, epochs until all are seen: {Number(plan.EpochsUntilAllSeen)}, largest error of a share: {plan.LargestShareError:F9}\n");

            // The first and the last classes tell a formula from another as well as all of a hundred.
            foreach (ClassPlan of in plan.Classes.Length <= 6 ? plan.Classes.ToArray() : [.. plan.Classes[..3], .. plan.Classes[^3..]])
            {
                text.Append(CultureInfo.InvariantCulture, $"    {of.ClassIndex} of {of.Count}: {Number(of.TargetShare)} {Number(of.AchievedShare)} {Number(of.DrawsPerEpoch)} {Number(of.RepeatsPerRow)} {Number(of.SeenShare)} {Number(of.EpochsUntilAllSeen)}\n");
            }
        }

        return text.ToString();
    }

    private static string Number(double? number) => number?.ToString("G9", CultureInfo.InvariantCulture) ?? "never";
}
