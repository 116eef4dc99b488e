namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0220: code does by hand what the generated classes of its rows do.</summary>
internal sealed class HandWrittenCodeRule() : UsageRule(Descriptors.HandWrittenCode)
{
    /// <summary>The property that says what a code fix does.</summary>
    public const string FixProperty = "Fix";

    /// <summary>The property that holds the record's name.</summary>
    public const string RecordProperty = "Record";

    private static readonly IReadOnlyList<Func<IOperation, UsageContext, HandWritten?>> Forms =
        [CountedByHand.Of, IndexedByHand.Of, ListedByHand.Of, ResampledByHand.Of];

    /// <summary>True, because code that does all of this by hand uses nothing of the library.</summary>
    public override bool IsAboutAllCode => true;

    public override void Check(UsageContext context)
    {
        foreach (IOperation operation in context.Operations)
        {
            foreach (Func<IOperation, UsageContext, HandWritten?> form in Forms)
            {
                if (form(operation, context) is { } found)
                {
                    Report(context, found);
                }
            }
        }
    }

    private void Report(UsageContext context, HandWritten found)
    {
        string record = TypeNames.Qualified(found.Record);
        string written = found.Place.SourceTree?.GetText(context.Token).ToString(found.Place.SourceSpan) ?? "";
        context.Report(Rule, found.Place, FixData.Of(FixProperty, found.Fix?.ToString()).Add(RecordProperty, record), written, found.What, found.Remedy);
    }
}
