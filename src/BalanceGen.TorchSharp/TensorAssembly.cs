using System.Globalization;
using global::TorchSharp;

namespace BalanceGen.TorchSharp;

/// <summary>Puts the tensors of a batch together: input, target, weights, on their device.</summary>
internal sealed class TensorAssembly<TElement>
    where TElement : unmanaged
{
    private readonly TensorLoadOptions _options;
    private readonly ClassSet _classes;

    public TensorAssembly(TensorLayout<TElement> layout, TensorLoadOptions options, ClassSet classes, int datasetLength)
    {
        options.Weights?.Check(classes, datasetLength);
        if (options.MultiLabelIndex is { } sets && sets.RowCount != datasetLength)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are label sets of {sets.RowCount} rows and {datasetLength} rows in the data set."), nameof(options));
        }

        Layout = layout;
        _options = options;
        _classes = classes;
    }

    public TensorLayout<TElement> Layout { get; }

    /// <summary>Copies encoded rows into one tensor and makes the batch of it.</summary>
    public TensorBatch Collate(LoadedBatch<TElement[]> batch)
    {
        torch.Tensor input = Layout.Create(batch.Rows.Length);
        Span<TElement> elements = NativeTensors.Elements<TElement>(input);
        ReadOnlySpan<TElement[]> rows = batch.Rows.Span;
        for (int place = 0; place < rows.Length; place++)
        {
            rows[place].CopyTo(elements[(place * Layout.Length)..]);
        }

        return Complete(input, batch.ClassIndices.Span, batch.RowNumbers.ToArray(), batch.Failures, batch.Epoch, batch.State);
    }

    /// <summary>Makes the batch of its input. Whatever goes wrong, no tensor is left over.</summary>
    public TensorBatch Complete(torch.Tensor input, ReadOnlySpan<int> classIndices, long[] rows, IReadOnlyList<FailedRow> failures, long epoch, SamplerState state)
    {
        torch.Tensor? target = null;
        torch.Tensor? weights = null;
        try
        {
            target = _options.MultiLabelIndex is { } sets ? MultiHot(sets, rows) : Widened(classIndices);
            if (_options.Weights is { } weighting)
            {
                weights = NativeTensors.Empty([rows.Length], torch.ScalarType.Float32);
                weighting.Write(_classes, classIndices, rows, NativeTensors.Elements<float>(weights));
                weights = NativeTensors.MoveTo(weights, _options.Device);
            }

            input = NativeTensors.MoveTo(input, _options.Device);
            target = NativeTensors.MoveTo(target, _options.Device);
            return new TensorBatch(input, target, weights, rows, failures, epoch, state);
        }
        catch
        {
            input.Dispose();
            target?.Dispose();
            weights?.Dispose();
            throw;
        }
    }

    private static torch.Tensor Widened(ReadOnlySpan<int> classIndices)
    {
        torch.Tensor target = NativeTensors.Empty([classIndices.Length], torch.ScalarType.Int64);
        Span<long> elements = NativeTensors.Elements<long>(target);
        for (int place = 0; place < classIndices.Length; place++)
        {
            elements[place] = classIndices[place];
        }

        return target;
    }

    private static torch.Tensor MultiHot(MultiLabelIndex sets, ReadOnlySpan<long> rows)
    {
        torch.Tensor target = NativeTensors.Empty([rows.Length, sets.Classes.Count], torch.ScalarType.Float32);
        Span<float> elements = NativeTensors.Elements<float>(target);
        elements.Clear();
        for (int place = 0; place < rows.Length; place++)
        {
            foreach (int classIndex in sets.ClassesOf((int)rows[place]))
            {
                elements[(place * sets.Classes.Count) + classIndex] = 1;
            }
        }

        return target;
    }
}
