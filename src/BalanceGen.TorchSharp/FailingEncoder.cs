namespace BalanceGen.TorchSharp;

/// <summary>Encodes rows by the policy for failures.</summary>
/// <remarks>Thread-safe, as the encoder is.</remarks>
internal sealed class FailingEncoder<T, TElement>(ContextRowEncoder<T, TElement> encode, RowFailurePolicy onFailure, CancellationToken cancellation)
    where TElement : unmanaged
{
    /// <summary>Whether a row that failed at last is left out.</summary>
    public bool SkipsAtLast => onFailure.SkipsAtLast;

    /// <summary>Encodes a row, again where that is the policy.</summary>
    /// <param name="row">The row.</param>
    /// <param name="context">Which visit of its row the draw is.</param>
    /// <param name="destination">Its place, all 0; it is all 0 again after an error.</param>
    /// <param name="attempts">How often it was tried.</param>
    /// <returns>The error of the last attempt; null if it succeeded.</returns>
    /// <exception cref="OperationCanceledException">The loop was cancelled or ended while the next attempt was waited for.</exception>
    public Exception? TryEncode(in T row, DrawContext context, Span<TElement> destination, out int attempts)
    {
        for (attempts = 1; ; attempts++)
        {
            try
            {
                encode(in row, context, destination);
                return null;
            }
            catch (Exception error)
            {
                destination.Clear();
                if (attempts > onFailure.Retries)
                {
                    return error;
                }
            }

            cancellation.WaitHandle.WaitOne(onFailure.Delay);
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
