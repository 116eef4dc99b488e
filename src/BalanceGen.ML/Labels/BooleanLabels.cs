namespace BalanceGen.ML;

/// <summary>The labels false and true, which have the class indices 0 and 1.</summary>
internal sealed class BooleanLabels : LabelTable
{
    public override bool IsComplete => true;

    public override int Count => 2;

    public override string NameOf(int number) => number == 0 ? bool.FalseString : bool.TrueString;

    public override int[] InOrder() => [0, 1];

    public override Func<int> Numbering(DataViewRow row, DataViewSchema.Column column, bool adds)
    {
        ValueGetter<bool> getter = row.GetGetter<bool>(column);
        bool value = false;
        return () =>
        {
            getter(ref value);
            return value ? 1 : 0;
        };
    }
}
