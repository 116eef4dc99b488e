namespace BalanceGen.Sharding;

/// <summary>How scattered the reads of a run of draws are.</summary>
/// <param name="Draws">The number of draws.</param>
/// <param name="LocalShare">The share of the draws whose shard is on this machine, of [0, 1].</param>
/// <param name="ShardsTouched">The number of shards that the draws are from.</param>
/// <param name="GroupsTouched">The number of groups of rows that the draws are from. A reader that can keep all of them decodes this many groups.</param>
/// <param name="GroupChanges">How often a draw is from another group than the draw before. A reader that keeps only the last group decodes this many groups.</param>
public sealed record LocalityReport(int Draws, double LocalShare, int ShardsTouched, int GroupsTouched, int GroupChanges)
{
    /// <summary>One line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Draws:N0} draws: {100 * LocalShare:F1} % local, from {ShardsTouched:N0} shards and {GroupsTouched:N0} groups; {1000.0 * GroupsTouched / Draws:F1} to {1000.0 * GroupChanges / Draws:F1} groups opened per 1,000 draws");

    internal static LocalityReport Of(ShardedIndex index, ReadOnlySpan<ShardRow> rows, Func<string, bool>? isLocal, long rowsPerGroup)
    {
        var local = new Dictionary<int, bool>();
        var groups = new HashSet<(int, long)>();
        (int, long) last = (-1, -1);
        int locals = 0;
        int changes = 0;
        foreach (ShardRow row in rows)
        {
            if (!local.TryGetValue(row.Shard, out bool isHere))
            {
                local[row.Shard] = isHere = isLocal?.Invoke(index.PathOf(row.Shard)) ?? true;
            }

            (int, long) group = (row.Shard, row.Row / rowsPerGroup);
            groups.Add(group);
            locals += isHere ? 1 : 0;
            changes += group == last ? 0 : 1;
            last = group;
        }

        return new LocalityReport(rows.Length, (double)locals / rows.Length, local.Count, groups.Count, changes);
    }
}
