namespace BalanceGen.ML;

/// <summary>The weight of the row's class.</summary>
internal sealed class ClassWeightColumn<T>(string name, ClassWeights weights) : RowColumn<T>(name, NumberDataViewType.Single)
{
    private readonly float[] _weights = SingleWeights.Of(weights);

    public override Delegate GetterOf(RowCursor<T> cursor)
    {
        RowStore<T> rows = cursor.Rows;
        float[] ofClass = _weights;
        return (ValueGetter<float>)((ref float value) => value = rows.ClassOf(cursor.RowNumber) is var classIndex and >= 0 ? ofClass[classIndex] : 0);
    }
}
