using System.Globalization;

namespace Sharded;

/// <summary>Compares what the ranks of all runs logged with the order of a single process.</summary>
internal static class Proof
{
    /// <summary>Checks the logs of two runs, of which the second went on from a draw.</summary>
    /// <returns>Whether every draw was made, once, by the right rows.</returns>
    public static bool Check(string folder, long resumedAt)
    {
        using ShardedIndex index = ShardedIndex.Open(Path.Combine(folder, "train.bgix"));
        ShardedSampler sampler = index.BalancedSampler(seed: 42);
        long draws = (sampler.EpochLength + Trainer.GlobalBatch - 1) / Trainer.GlobalBatch * Trainer.GlobalBatch;

        // What the first run did behind its last checkpoint was lost with it, and done again by the second.
        IEnumerable<(long Draw, int Shard, long Row)> logged = Read(folder, "first").Where(line => line.Draw < resumedAt).Concat(Read(folder, "second"));
        (long Draw, int Shard, long Row)[] union = [.. logged.OrderBy(line => line.Draw)];
        var expected = new ShardRow[draws];
        sampler.Fill(0, expected);
        bool isSame = union.Select(line => (line.Draw, line.Shard, line.Row)).SequenceEqual(expected.Select((row, draw) => ((long)draw, row.Shard, row.Row)));
        Console.WriteLine(isSame
            ? $"proof: the {union.Length:N0} draws of all ranks, before and after draw {resumedAt:N0}, are the sequence of a single process"
            : $"proof failed: {union.Length:N0} draws were logged, {draws:N0} expected, or they differ");
        return isSame;
    }

    private static IEnumerable<(long Draw, int Shard, long Row)> Read(string folder, string run) =>
        from path in Directory.GetFiles(folder, $"{run}-rank*.log")
        from line in CompleteLines(path)
        let numbers = line.Split(' ')
        select (
            long.Parse(numbers[0], CultureInfo.InvariantCulture),
            int.Parse(numbers[1], CultureInfo.InvariantCulture),
            long.Parse(numbers[2], CultureInfo.InvariantCulture));

    /// <summary>The last line of a killed rank may be cut off.</summary>
    private static IEnumerable<string> CompleteLines(string path)
    {
        string text = File.ReadAllText(path);
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
