using global::TorchSharp;

namespace BalanceGen.TorchSharp;

/// <summary>An enumeration without workers: rows are encoded on the caller's thread, straight into the tensor.</summary>
internal sealed class InlineRun<T, TElement> : TensorRun
    where TElement : unmanaged
{
    private readonly TensorAssembly<TElement> _assembly;
    private readonly DrawnBatches<T> _drawn;
    private readonly FailingEncoder<T, TElement> _encoder;
    private readonly CancellationToken _cancellation;

    public InlineRun(
        DrawnBatches<T> drawn, TensorAssembly<TElement> assembly, ContextRowEncoder<T, TElement> encode, RowFailurePolicy onFailure, CancellationToken cancellation)
    {
        _drawn = drawn;
        _assembly = assembly;
        _encoder = new FailingEncoder<T, TElement>(encode, onFailure, cancellation);
        _cancellation = cancellation;
    }

    public override TensorBatch? Next()
    {
        _cancellation.ThrowIfCancellationRequested();
        return _drawn.MoveNext() ? Encode() : null;
    }

    private TensorBatch Encode()
    {
        int count = _drawn.Rows.Length;
        torch.Tensor input = _assembly.Layout.Create(count);
        try
        {
            Span<TElement> elements = NativeTensors.Elements<TElement>(input);
            elements.Clear();
            List<FailedRow>? failures = null;
            for (int place = 0; place < count; place++)
            {
                Span<TElement> destination = elements.Slice(place * _assembly.Layout.Length, _assembly.Layout.Length);
                if (_encoder.TryEncode(in _drawn.Rows[place], _drawn.ContextAt(place), destination, out int attempts) is { } error)
                {
                    var failed = new FailedRow(_drawn.RowNumbers[place], place, error);
                    (failures ??= []).Add(_encoder.SkipsAtLast ? failed : throw new RowLoadException(failed, attempts));
                }
            }

            long[] rows = _drawn.RowNumbers.ToArray();
            return failures is null
                ? _assembly.Complete(input, _drawn.ClassIndices, rows, [], _drawn.Epoch, _drawn.State)
                : _assembly.Without(failures, input, _drawn.ClassIndices, rows, _drawn.Epoch, _drawn.State);
        }
        catch
        {
            input.Dispose();
            throw;
        }
    }
}
