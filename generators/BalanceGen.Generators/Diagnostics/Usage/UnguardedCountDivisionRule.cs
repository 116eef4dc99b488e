namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0201: something is divided by a class count that may be zero.</summary>
internal sealed class UnguardedCountDivisionRule() : UsageRule(Descriptors.UnguardedCountDivision)
{
    public override void Check(UsageContext context)
    {
        var reading = new CountReading(context);
        foreach (IOperation operation in context.Operations)
        {
            if (Divisions.Find(operation, reading) is { } unguarded)
            {
                context.Report(Rule, unguarded.Count.Syntax.GetLocation(), unguarded.Count.Syntax.ToString(), unguarded.Consequence);
            }
        }
    }
}
