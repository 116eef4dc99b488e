namespace BalanceGen.Sharding;

/// <summary>What a manifest needs of a shard's index. It travels between ranks as 12 bytes and 16 for each class that occurs.</summary>
internal sealed record ShardSummary(int Shard, uint Checksum, ClassRun[] Runs)
{
    public void AddTo(ByteBuilder bytes)
    {
        bytes.Add((uint)Shard);
        bytes.Add(Checksum);
        bytes.Add((uint)Runs.Length);
        foreach (ClassRun run in Runs)
        {
            bytes.Add(run.ClassIndex);
            bytes.Add(run.Start);
            bytes.Add(run.Count);
        }
    }

    public static IEnumerable<ShardSummary> ReadAll(byte[] bytes)
    {
        var summaries = new List<ShardSummary>();
        var reader = new ByteReader("A message between ranks", bytes);
        while (reader.Rest > 0)
        {
            int shard = (int)reader.UInt32();
            uint checksum = reader.UInt32();
            var runs = new ClassRun[reader.Count(reader.UInt32(), ClassRun.Size)];
            foreach (ref ClassRun run in runs.AsSpan())
            {
                run = new ClassRun(reader.UInt32(), reader.UInt32(), reader.Int64());
            }

            summaries.Add(new ShardSummary(shard, checksum, runs));
        }

        return summaries;
    }
}
