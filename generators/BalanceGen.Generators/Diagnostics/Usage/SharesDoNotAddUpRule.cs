namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0210: constant target shares that do not add up to 1.</summary>
internal sealed class SharesDoNotAddUpRule() : UsageRule(Descriptors.SharesDoNotAddUp)
{
    /// <summary>What the library allows.</summary>
    private const double SumTolerance = 1e-6;

    public override void Check(UsageContext context)
    {
        foreach (IOperation operation in context.Operations)
        {
            if (WrittenShares.Of(operation, context) is { Call.TargetMethod.Name: "Of" } shares
                && Enumerable.Range(0, shares.Items.Count).Select(shares.Value).ToList() is var values
                && values.TrueForAll(value => value is not null))
            {
                double sum = values.Sum()!.Value;
                if (!(Math.Abs(sum - 1) <= SumTolerance))
                {
                    context.ReportWithPlace(
                        Rule,
                        shares.Location,
                        OperationReading.NameOf(shares.Call),
                        FixData.Of("Shares", string.Join(" ", values.Select(Text))),
                        sum.ToString("0.######", CultureInfo.InvariantCulture));
                }
            }
        }
    }

    private static string Text(double? value) => value!.Value.ToString("R", CultureInfo.InvariantCulture);
}
