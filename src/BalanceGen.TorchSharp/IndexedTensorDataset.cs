using static global::TorchSharp.torch;

namespace BalanceGen.TorchSharp;

/// <summary>The rows of a data set for TorchSharp's own <c>DataLoader</c>: the row under "data", its class index as int64 under "label".</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <remarks>
/// <c>GetTensor</c> makes new tensors each time; the loader disposes of them. A row whose label is ignored has the label
/// <see cref="ClassIndex.Ignored"/>; samplers do not draw it. A data set of a subset or a fold refuses the other rows. TorchSharp's own
/// shuffle goes over all numbers below <see cref="Count"/>, so give its loader the rows of a sampler of the subset.
/// </remarks>
public sealed class IndexedTensorDataset<T> : utils.data.Dataset
{
    private readonly IndexedDataset<T> _dataset;
    private readonly Func<T, Tensor> _encode;

    internal IndexedTensorDataset(IndexedDataset<T> dataset, Func<T, Tensor> encode)
    {
        _dataset = dataset;
        _encode = encode;
    }

    /// <summary>The number of rows of the whole data set, which a sampler's row numbers refer to.</summary>
    public override long Count => _dataset.Index.DatasetLength;

    /// <summary>A row as tensors.</summary>
    /// <param name="index">A row number of [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The row number is outside that range, or is not one of the subset.</exception>
    /// <exception cref="RowLoadException">The row could not be encoded; the error names it. TorchSharp's loader wraps it in an <see cref="AggregateException"/>.</exception>
    public override Dictionary<string, Tensor> GetTensor(long index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)index, (ulong)Count, nameof(index));
        if (!_dataset.Index.TryClassOf((int)index, out int classIndex) && _dataset.Index.IsSubset)
        {
            throw new ArgumentOutOfRangeException(
                nameof(index),
                index,
                $"Row {index} is not one of the {_dataset.Index.RowCount} rows of this subset of {Count}. Give the loader the rows of a sampler of the subset as its shuffler, sampler.EpochRowNumbers(), or use ToDataLoader.");
        }

        Tensor data;
        try
        {
            data = _encode(_dataset.Rows[(int)index]);
        }
        catch (Exception error)
        {
            throw new RowLoadException(new FailedRow(index, 0, error), attempts: 1);
        }

        return new Dictionary<string, Tensor> { ["data"] = data, ["label"] = tensor((long)(classIndex >= 0 ? classIndex : ClassIndex.Ignored)) };
    }
}
