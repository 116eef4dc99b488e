using global::TorchSharp;

namespace BalanceGen.TorchSharp;

/// <summary>Puts the tensors of a batch together: input, target, weights, on their device.</summary>
internal sealed class TensorAssembly<TElement>
    where TElement : unmanaged
{
    private readonly TensorLoadOptions _options;
    private readonly ClassSet _classes;

    public TensorAssembly(TensorLayout<TElement> layout, TensorLoadOptions options, ClassSet classes, int? datasetLength)
    {
        options.Weights?.Check(classes, datasetLength);
        if (options.MultiLabelIndex is not null && datasetLength is null)
        {
            throw new ArgumentException("Label sets are found by the number of a row in a data set in memory, and these rows come from somewhere else.", nameof(options));
        }

        if (options.MultiLabelIndex is { } sets && sets.RowCount != datasetLength)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are label sets of {sets.RowCount} rows and {datasetLength} rows in the data set."), nameof(options));
        }

        Layout = layout;
        _options = options;
        _classes = classes;
    }

    public TensorLayout<TElement> Layout { get; }

    /// <summary>Makes the batch of its input, without the rows that failed. Whatever goes wrong, no tensor is left over.</summary>
    public TensorBatch Complete(List<FailedRow>? failures, torch.Tensor input, ReadOnlySpan<int> classIndices, long[] rows, long epoch, SamplerState state) => failures is null
        ? Complete(input, classIndices, rows, [], epoch, state)
        : Without(failures, input, classIndices, rows, epoch, state);

    private TensorBatch Complete(torch.Tensor input, ReadOnlySpan<int> classIndices, long[] rows, IReadOnlyList<FailedRow> failures, long epoch, SamplerState state)
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

    /// <summary>The batch without the rows that are left out. The tensor of all rows is disposed of.</summary>
    private TensorBatch Without(List<FailedRow> failures, torch.Tensor whole, ReadOnlySpan<int> classIndices, long[] rows, long epoch, SamplerState state)
    {
        using (whole)
        {
            failures.Sort((left, right) => left.IndexInBatch.CompareTo(right.IndexInBatch));
            int[] kept = [.. Enumerable.Range(0, rows.Length).Where(place => !failures.Exists(failed => failed.IndexInBatch == place))];
            torch.Tensor input = Layout.Create(kept.Length);
            Span<TElement> from = NativeTensors.Elements<TElement>(whole);
            Span<TElement> to = NativeTensors.Elements<TElement>(input);
            var keptClasses = new int[kept.Length];
            var keptRows = new long[kept.Length];
            for (int place = 0; place < kept.Length; place++)
            {
                from.Slice(kept[place] * Layout.Length, Layout.Length).CopyTo(to[(place * Layout.Length)..]);
                keptClasses[place] = classIndices[kept[place]];
                keptRows[place] = rows[kept[place]];
            }

            return Complete(input, keptClasses, keptRows, failures, epoch, state);
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
