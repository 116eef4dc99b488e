using System.Collections.Concurrent;

namespace BalanceGen.Tests.Loading;

/// <summary>Counts the things that a loader makes, gives and disposes of.</summary>
internal sealed class Counted
{
    private readonly ConcurrentBag<Item> _made = [];

    public int Made => _made.Count;

    public int Disposed => _made.Count(item => item.Disposals > 0);

    public Item Make(long number)
    {
        var item = new Item(number);
        _made.Add(item);
        return item;
    }

    /// <summary>Whatever was made was given or disposed of, once, and not both.</summary>
    public void AssertNoneLost(IReadOnlyCollection<Item> given)
    {
        Assert.All(given, item => Assert.Equal(0, item.Disposals));
        Assert.All(_made.Except(given), item => Assert.Equal(1, item.Disposals));
        Assert.Equal(Made, given.Count + Disposed);
    }

    public class Item(long number) : IDisposable
    {
        private int _disposals;

        public long Number { get; } = number;

        public int Disposals => _disposals;

        public virtual void Dispose() => Interlocked.Increment(ref _disposals);
    }
}
