using global::TorchSharp;

namespace BalanceGen.TorchSharp;

/// <summary>An enumeration without workers: rows are encoded on the caller's thread, straight into the tensor.</summary>
internal sealed class InlineRun<T, TElement>(
    DrawnBatches<T> drawn, TensorAssembly<TElement> assembly, ContextRowEncoder<T, TElement> encode, RowFailurePolicy onFailure, CancellationToken cancellation)
    : TensorRun
    where TElement : unmanaged
{
    private readonly FailingEncoder<T, TElement> _encoder = new(encode, onFailure, cancellation);

    public override TensorBatch? Next()
    {
        cancellation.ThrowIfCancellationRequested();
        return drawn.MoveNext() ? Encode() : null;
    }

    private TensorBatch Encode()
    {
        int count = drawn.Rows.Length;
        torch.Tensor input = assembly.Layout.Create(count);
        try
        {
            Span<TElement> elements = NativeTensors.Elements<TElement>(input);
            elements.Clear();
            List<FailedRow>? failures = null;
            for (int place = 0; place < count; place++)
            {
                Span<TElement> destination = elements.Slice(place * assembly.Layout.Length, assembly.Layout.Length);
                if (_encoder.TryEncode(in drawn.Rows[place], drawn.ContextAt(place), destination, out int attempts) is { } error)
                {
                    var failed = new FailedRow(drawn.RowNumbers[place], place, error);
                    (failures ??= []).Add(_encoder.SkipsAtLast ? failed : throw new RowLoadException(failed, attempts));
                }
            }

            return assembly.Complete(failures, input, drawn.ClassIndices, drawn.RowNumbers.ToArray(), drawn.Epoch, drawn.State);
        }
        catch
        {
            input.Dispose();
            throw;
        }
    }
}
