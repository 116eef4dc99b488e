namespace BalanceGen.ML;

/// <summary>A weight of each row.</summary>
internal sealed class SampleWeightColumn<T>(string name, SampleWeights weights) : RowColumn<T>(name, NumberDataViewType.Single)
{
    private readonly float[] _weights = weights.ToSingles();

    public override Delegate GetterOf(RowCursor<T> cursor)
    {
        float[] ofRow = _weights;
        return (ValueGetter<float>)((ref float value) => value = ofRow[cursor.RowNumber]);
    }

    /// <summary>Weights of other rows would be used silently.</summary>
    public override void CheckRows(int? rows)
    {
        if (rows is null)
        {
            throw new ArgumentException(
                $"The sample weights in the column '{Name}' are found by the number of a row in a data set in memory, and these rows are loaded. Take class weights, or a Single column with the weight in the row.", nameof(weights));
        }

        if (rows != _weights.Length)
        {
            throw new ArgumentException($"There are {_weights.Length} sample weights in the column '{Name}', and the data set has {rows} rows.", nameof(weights));
        }
    }
}
