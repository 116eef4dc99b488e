using global::TorchSharp;

namespace BalanceGen.TorchSharp;

/// <summary>An enumeration without workers: rows are encoded on the caller's thread, straight into the tensor.</summary>
internal sealed class InlineRun<T, TElement> : TensorRun
    where TElement : unmanaged
{
    private readonly TensorAssembly<TElement> _assembly;
    private readonly DrawnGroup<T> _group;
    private readonly ContextRowEncoder<T, TElement> _encode;
    private readonly RowFailurePolicy _onFailure;
    private readonly CancellationToken _cancellation;

    public InlineRun(
        Batches<T> batches, bool withContexts, TensorAssembly<TElement> assembly, ContextRowEncoder<T, TElement> encode, RowFailurePolicy onFailure, CancellationToken cancellation)
    {
        _group = new DrawnGroup<T>(batches, withContexts);
        _assembly = assembly;
        _encode = encode;
        _onFailure = onFailure;
        _cancellation = cancellation;
    }

    public override ValueTask<TensorBatch?> NextAsync()
    {
        _cancellation.ThrowIfCancellationRequested();
        return new ValueTask<TensorBatch?>(_group.MoveNext() ? Encode() : null);
    }

    private TensorBatch Encode()
    {
        int count = _group.Rows.Length;
        torch.Tensor input = _assembly.Layout.Create(count);
        try
        {
            Span<TElement> elements = NativeTensors.Elements<TElement>(input);
            elements.Clear();
            List<FailedRow>? failures = null;
            for (int place = 0; place < count; place++)
            {
                if (TryEncode(place, elements.Slice(place * _assembly.Layout.Length, _assembly.Layout.Length)) is { } failed)
                {
                    (failures ??= []).Add(failed);
                }
            }

            var rows = new long[count];
            for (int place = 0; place < count; place++)
            {
                rows[place] = _group.RowNumbers[place];
            }

            return failures is null
                ? _assembly.Complete(input, _group.ClassIndices, rows, [], _group.Epoch, _group.State)
                : Without(failures, input, rows);
        }
        catch
        {
            input.Dispose();
            throw;
        }
    }

    /// <summary>Encodes a row by the policy for failures.</summary>
    /// <returns>The failure, if the row is to be left out.</returns>
    private FailedRow? TryEncode(int place, Span<TElement> destination)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                _encode(in _group.Rows[place], _group.ContextAt(place), destination);
                return null;
            }
            catch (Exception error)
            {
                destination.Clear();
                if (attempt > _onFailure.Retries)
                {
                    var failed = new FailedRow(_group.RowNumbers[place], place, error);
                    return _onFailure.SkipsAtLast ? failed : throw new RowLoadException(failed, attempt);
                }

                _cancellation.WaitHandle.WaitOne(_onFailure.Delay);
                _cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>The batch without the rows that are left out.</summary>
    private TensorBatch Without(List<FailedRow> failures, torch.Tensor whole, long[] rows)
    {
        int[] kept = [.. Enumerable.Range(0, rows.Length).Where(place => !failures.Exists(failed => failed.IndexInBatch == place))];
        torch.Tensor input = _assembly.Layout.Create(kept.Length);
        Span<TElement> from = NativeTensors.Elements<TElement>(whole);
        Span<TElement> to = NativeTensors.Elements<TElement>(input);
        int length = _assembly.Layout.Length;
        var classIndices = new int[kept.Length];
        var keptRows = new long[kept.Length];
        for (int place = 0; place < kept.Length; place++)
        {
            from.Slice(kept[place] * length, length).CopyTo(to[(place * length)..]);
            classIndices[place] = _group.ClassIndices[kept[place]];
            keptRows[place] = rows[kept[place]];
        }

        whole.Dispose();
        return _assembly.Complete(input, classIndices, keptRows, failures, _group.Epoch, _group.State);
    }
}
