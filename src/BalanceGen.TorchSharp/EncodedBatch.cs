using global::TorchSharp;

namespace BalanceGen.TorchSharp;

/// <summary>A batch that workers are encoding, straight into its tensor. Its mutable parts belong to the lock of its <see cref="WorkerRun{T, TElement}"/>.</summary>
internal sealed class EncodedBatch<T, TElement>(DrawnBatches<T> drawn, bool withContexts, TensorAssembly<TElement> assembly)
    where TElement : unmanaged
{
    private readonly T[] _rows = drawn.Rows.ToArray();
    private readonly long[] _rowNumbers = drawn.RowNumbers.ToArray();
    private readonly int[] _classIndices = drawn.ClassIndices.ToArray();
    private readonly DrawContext[] _contexts = withContexts ? [.. Enumerable.Range(0, drawn.Rows.Length).Select(drawn.ContextAt)] : [];
    private readonly SamplerState _state = drawn.State;
    private readonly long _epoch = drawn.Epoch;
    private readonly torch.Tensor _input = assembly.Layout.Create(drawn.Rows.Length);
    private List<FailedRow>? _failures;
    private FailedRow? _fatal;
    private int _attempts;
    private TensorBatch? _result;
    private Exception? _error;
    private bool _isOwner = true;

    public int Count => _rows.Length;

    /// <summary>The first row that nobody has taken.</summary>
    public int Next { get; set; }

    /// <summary>How many rows are not encoded yet.</summary>
    public int Left { get; set; } = drawn.Rows.Length;

    /// <summary>How many threads are at it.</summary>
    public int Writers { get; set; }

    /// <summary>Whether the result, or the error, is there.</summary>
    public bool IsDone { get; set; }

    /// <summary>Encodes some rows that the caller has taken. Outside of the lock.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="end">The row after the last.</param>
    /// <param name="encoder">The encoder.</param>
    /// <param name="stops">Whether the run is over, so that nothing more is to be done.</param>
    public void Encode(int start, int end, FailingEncoder<T, TElement> encoder, Func<bool> stops)
    {
        int length = assembly.Layout.Length;
        Span<TElement> elements = NativeTensors.Elements<TElement>(_input)[(start * length)..(end * length)];
        elements.Clear();
        for (int place = start; place < end && !stops(); place++)
        {
            DrawContext context = _contexts.Length == 0 ? default : _contexts[place];
            if (encoder.TryEncode(in _rows[place], context, elements.Slice((place - start) * length, length), out int attempts) is { } error)
            {
                Fail(new FailedRow(_rowNumbers[place], place, error), attempts, encoder.SkipsAtLast);
            }
        }
    }

    /// <summary>Makes the result, on the thread that encoded the last row. Outside of the lock, once.</summary>
    public void Finish()
    {
        try
        {
            if (_fatal is { } failed)
            {
                _error = new RowLoadException(failed, _attempts);
                return;
            }

            // The assembly disposes of the tensor if it fails.
            _isOwner = false;
            _result = assembly.Complete(_failures, _input, _classIndices, _rowNumbers, _epoch, _state);
        }
        catch (Exception error)
        {
            _error = error;
        }
    }

    /// <summary>The result, which is the caller's from now on.</summary>
    /// <exception cref="RowLoadException">A row could not be encoded.</exception>
    public TensorBatch HandOver()
    {
        if (_error is not null)
        {
            Discard();
            throw _error;
        }

        TensorBatch result = _result!;
        _result = null;
        return result;
    }

    /// <summary>Gives back what was not handed over. Nobody is at it any more.</summary>
    public void Discard()
    {
        if (_isOwner)
        {
            _input.Dispose();
        }

        _result?.Dispose();
        _result = null;
    }

    private void Fail(FailedRow failed, int attempts, bool skips)
    {
        lock (_rows)
        {
            if (skips)
            {
                (_failures ??= []).Add(failed);
            }
            else if (_fatal is not { } earlier || earlier.IndexInBatch > failed.IndexInBatch)
            {
                _fatal = failed;
                _attempts = attempts;
            }
        }
    }
}
