namespace BalanceGen.ML;

/// <summary>The rows of a source with the weight of each.</summary>
internal sealed class WeightedCursor(
    DataViewSchema schema, bool[] active, DataViewRowCursor source, DataViewSchema.Column label, LabelTable labels, float[] weightOfNumber)
    : DerivedCursor(schema, active, source)
{
    public override bool MoveNext() => Source.MoveNext();

    protected override Delegate OwnGetter()
    {
        Func<int> number = labels.Numbering(Source, label, adds: false);
        float[] weights = weightOfNumber;
        return (ValueGetter<float>)((ref float value) => value = number() switch
        {
            >= 0 and var known => weights[known],
            LabelTable.Missing => 0,
            _ => throw new InvalidOperationException($"Row {Source.Position} has a label that was not there when the labels were counted. A data view must give the same rows every time."),
        });
    }
}
