namespace BalanceGen.Sharding;

/// <summary>An open Parquet or Arrow shard. It knows where its groups begin and which of them are kept. Only one of its groups is decoded at a time.</summary>
internal sealed class ColumnShard : IDisposable
{
    private readonly Lock _reading = new();
    private readonly ColumnFile _file;
    private readonly long[] _firstRows;
    private readonly object?[] _kept;

    public ColumnShard(string path, LabelFileFormat format)
    {
        ShardFile.Of(path);
        _file = ColumnFile.Open(path, format);
        _firstRows = [.. _file.FirstRows];
        _kept = new object?[_firstRows.Length - 1];
    }

    /// <summary>The group that a row lies in.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The file has no such row.</exception>
    public int GroupOf(long row)
    {
        if ((ulong)row >= (ulong)_firstRows[^1])
        {
            return _file.GroupOf(row);
        }

        // In most files all groups but the last one have the same length, so the guess is mostly right.
        int likely = (int)Math.Min((ulong)row / (ulong)_firstRows[1], (ulong)_kept.Length - 1);
        return _firstRows[likely] <= row && row < _firstRows[likely + 1] ? likely : _file.GroupOf(row);
    }

    public long FirstRowOf(int group) => _firstRows[group];

    public KeptGroup<T>? Kept<T>(int group) => (KeptGroup<T>?)Volatile.Read(ref _kept[group]);

    public void Keep<T>(int group, KeptGroup<T> kept) => Volatile.Write(ref _kept[group], kept);

    public void Forget(int group) => Volatile.Write(ref _kept[group], null);

    public ColumnGroup Read(int group, string[] columns)
    {
        lock (_reading)
        {
            return _file.ReadGroup(group, columns);
        }
    }

    public void Dispose()
    {
        lock (_reading)
        {
            _file.Dispose();
        }
    }
}
