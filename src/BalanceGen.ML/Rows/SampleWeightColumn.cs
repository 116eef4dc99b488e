using BalanceGen.Loading;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace BalanceGen.ML;

/// <summary>A weight of each row.</summary>
internal sealed class SampleWeightColumn<T>(string name, SampleWeights weights) : RowColumn<T>(name, NumberDataViewType.Single)
{
    private readonly float[] _weights = weights.ToSingles();

    public override Delegate GetterOf(RowCursor<T> cursor)
    {
        float[] ofRow = _weights;
        return (ValueGetter<float>)((ref float value) =>
        {
            int row = cursor.RowNumber;
            value = row < ofRow.Length ? ofRow[row] : throw new ArgumentOutOfRangeException(nameof(weights), row, $"There are {ofRow.Length} sample weights, and this row has none.");
        });
    }
}
