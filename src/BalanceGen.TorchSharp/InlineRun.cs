using global::TorchSharp;

namespace BalanceGen.TorchSharp;

/// <summary>An enumeration without workers: rows are encoded on the caller's thread, straight into the tensor.</summary>
internal sealed class InlineRun<T, TElement> : TensorRun
    where TElement : unmanaged
{
    private readonly TensorAssembly<TElement> _assembly;
    private readonly DrawnGroup<T> _group;
    private readonly FailingEncoder<T, TElement> _encoder;
    private readonly CancellationToken _cancellation;

    public InlineRun(
        Batches<T> batches, bool withContexts, TensorAssembly<TElement> assembly, ContextRowEncoder<T, TElement> encode, RowFailurePolicy onFailure, CancellationToken cancellation)
    {
        _group = new DrawnGroup<T>(batches, withContexts);
        _assembly = assembly;
        _encoder = new FailingEncoder<T, TElement>(encode, onFailure, cancellation);
        _cancellation = cancellation;
    }

    public override TensorBatch? Next()
    {
        _cancellation.ThrowIfCancellationRequested();
        return _group.MoveNext() ? Encode() : null;
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
                Span<TElement> destination = elements.Slice(place * _assembly.Layout.Length, _assembly.Layout.Length);
                if (_encoder.TryEncode(in _group.Rows[place], _group.ContextAt(place), destination, out int attempts) is { } error)
                {
                    var failed = new FailedRow(_group.RowNumbers[place], place, error);
                    (failures ??= []).Add(_encoder.SkipsAtLast ? failed : throw new RowLoadException(failed, attempts));
                }
            }

            var rows = new long[count];
            for (int place = 0; place < count; place++)
            {
                rows[place] = _group.RowNumbers[place];
            }

            return failures is null
                ? _assembly.Complete(input, _group.ClassIndices, rows, [], _group.Epoch, _group.State)
                : _assembly.Without(failures, input, _group.ClassIndices, rows, _group.Epoch, _group.State);
        }
        catch
        {
            input.Dispose();
            throw;
        }
    }
}
