namespace BalanceGen.Sharding;

/// <summary>Consecutive draws in batches. Enumerating them allocates one buffer, which every batch uses.</summary>
public sealed class ShardBatches : IBatchSource<ShardRow>
{
    internal ShardBatches(ShardedSampler sampler, int batchSize, long firstDraw, long draws)
    {
        Sampler = sampler;
        BatchSize = batchSize;
        FirstDraw = firstDraw;
        Draws = draws;
    }

    /// <summary>The sampler that draws.</summary>
    public ShardedSampler Sampler { get; }

    /// <summary>The number of draws in a batch. The last batch may have fewer.</summary>
    public int BatchSize { get; }

    /// <summary>The first draw.</summary>
    public long FirstDraw { get; }

    /// <summary>The number of draws.</summary>
    public long Draws { get; }

    /// <inheritdoc/>
    public long EndDraw => FirstDraw + Draws;

    /// <summary>The number of batches.</summary>
    public long Count => Draws == 0 ? 0 : ((Draws - 1) / BatchSize) + 1;

    /// <summary>Starts at the first batch.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <inheritdoc/>
    public void Fill(long firstDraw, Span<ShardRow> rows, Span<long> rowNumbers, Span<int> classIndices)
    {
        Sampler.Fill(firstDraw, rows);
        for (int place = 0; place < rows.Length; place++)
        {
            rowNumbers[place] = rows[place].Row;
            classIndices[place] = rows[place].ClassIndex;
        }
    }

    /// <inheritdoc/>
    public long EpochOf(long draw) => draw / Sampler.EpochLength;

    /// <inheritdoc/>
    public SamplerState StateAt(long draw) => Sampler.StateAt(draw);

    /// <summary>Goes from batch to batch.</summary>
    public struct Enumerator
    {
        private readonly ShardBatches _batches;
        private readonly ShardRow[] _rows;
        private long _nextDraw;
        private int _count;

        internal Enumerator(ShardBatches batches)
        {
            _batches = batches;
            _rows = new ShardRow[(int)Math.Min(batches.BatchSize, batches.Draws)];
            _nextDraw = batches.FirstDraw;
        }

        /// <summary>The current batch; its rows are valid until the next one is asked for.</summary>
        public readonly ShardBatch Current => new(_batches.Sampler, _rows.AsSpan(0, _count), _nextDraw);

        /// <summary>Draws the next batch.</summary>
        /// <returns>Whether there is one.</returns>
        /// <inheritdoc cref="ShardedSampler.Fill"/>
        public bool MoveNext()
        {
            _count = (int)Math.Min(_rows.Length, _batches.FirstDraw + _batches.Draws - _nextDraw);
            if (_count <= 0)
            {
                return false;
            }

            _batches.Sampler.Fill(_nextDraw, _rows.AsSpan(0, _count));
            _nextDraw += _count;
            return true;
        }
    }
}
