using System.Collections;

namespace BalanceGen.Tests.Streaming;

/// <summary>The numbers below a bound, each at ten times its number, in both kinds of streams. It counts the rows that were read.</summary>
internal sealed class SeekableNumbers(int count) : ISeekableSource<int>, IAsyncSeekableSource<int>
{
    public int Read { get; private set; }

    public IEnumerator<int> GetEnumerator() => GetEnumeratorAt(0);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumeratorAt(0);

    public IEnumerator<int> GetEnumeratorAt(long position) => new Reader(this, position);

    public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new Reader(this, 0);

    public IAsyncEnumerator<int> GetAsyncEnumeratorAt(long position, CancellationToken cancellationToken = default) => new Reader(this, position);

    private sealed class Reader(SeekableNumbers numbers, long position) : IEnumerator<int>, IAsyncEnumerator<int>, ISourcePosition
    {
        private int _current = (int)(position / 10) - 1;

        public long Position => (_current + 1) * 10L;

        public int Current => _current;

        object IEnumerator.Current => Current;

        private int Count { get; } = numbers.Bound;

        public bool MoveNext()
        {
            if (_current + 1 >= Count)
            {
                return false;
            }

            _current++;
            numbers.Read++;
            return true;
        }

        public ValueTask<bool> MoveNextAsync() => new(MoveNext());

        public void Reset() => throw new NotSupportedException();

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }

    private int Bound => count;
}
