namespace BalanceGen.Loading;

/// <summary>Where a loader gets the rows of its batches from.</summary>
internal abstract class LoadSource<T> : IAsyncDisposable
{
    /// <summary>How many rows there will be; null where that is not known.</summary>
    public abstract long? TotalRows { get; }

    /// <summary>Puts the rows of the next batch into a work order.</summary>
    /// <returns>Whether there is another batch.</returns>
    public abstract ValueTask<bool> TryFillAsync(LoadOrder<T> order);

    public virtual ValueTask DisposeAsync() => default;
}
