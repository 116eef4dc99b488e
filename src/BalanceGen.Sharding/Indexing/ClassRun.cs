namespace BalanceGen.Sharding;

/// <summary>The rows of a class in one shard.</summary>
/// <param name="ClassIndex">The class index.</param>
/// <param name="Start">Where they begin in the shard's class-sorted rows.</param>
/// <param name="Count">Their number, 1 or more.</param>
internal readonly record struct ClassRun(uint ClassIndex, uint Start, long Count)
{
    public const int Size = 16;

    public static void AddTo(ByteBuilder bytes, ClassRun[] runs)
    {
        foreach (ClassRun run in runs)
        {
            bytes.Add(run.ClassIndex);
            bytes.Add(run.Start);
            bytes.Add(run.Count);
        }
    }

    /// <summary>Reads as many runs as a number that was read.</summary>
    public static ClassRun[] Read(ref ByteReader reader, uint count)
    {
        var runs = new ClassRun[reader.Count(count, Size)];
        foreach (ref ClassRun run in runs.AsSpan())
        {
            run = new ClassRun(reader.UInt32(), reader.UInt32(), reader.Int64());
        }

        return runs;
    }
}
