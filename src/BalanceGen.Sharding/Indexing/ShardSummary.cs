namespace BalanceGen.Sharding;

/// <summary>What a manifest needs of a shard's index. It travels between ranks as 12 bytes and 16 for each class that occurs.</summary>
internal sealed record ShardSummary(int Shard, uint Checksum, ClassRun[] Runs)
{
    public void AddTo(ByteBuilder bytes)
    {
        bytes.Add((uint)Shard);
        bytes.Add(Checksum);
        bytes.Add((uint)Runs.Length);
        ClassRun.AddTo(bytes, Runs);
    }

    public static IEnumerable<ShardSummary> ReadAll(byte[] bytes)
    {
        var summaries = new List<ShardSummary>();
        var reader = new ByteReader("A message between ranks", bytes);
        while (reader.Rest > 0)
        {
            summaries.Add(new ShardSummary((int)reader.UInt32(), reader.UInt32(), ClassRun.Read(ref reader, reader.UInt32())));
        }

        return summaries;
    }
}
