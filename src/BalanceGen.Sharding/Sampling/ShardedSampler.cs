using System.Runtime.CompilerServices;

namespace BalanceGen.Sharding;

/// <summary>
/// Draws rows of shard files: a pure function from a seed and a draw number to <see cref="ShardRow"/>. The <see cref="PlaceSampler"/> decides the class and the place, and
/// the <see cref="ShardedIndex"/> finds the row of the place.
/// </summary>
/// <remarks>
/// If the data set would fit into memory, a sampler of rows draws the same rows from the concatenation of the shards. The ranks send each other nothing. Thread-safe. A
/// run of draws allocates nothing once the shards that it touches are open.
/// </remarks>
public sealed class ShardedSampler
{
    private const int Run = 512;

    /// <summary>Draws rows from the shards of an index. A place sampler decides the classes and places.</summary>
    /// <param name="index">The index.</param>
    /// <param name="places">A place sampler that was made with the counts of the index, or a rank's part of one.</param>
    /// <exception cref="ArgumentException">The place sampler was made with other counts.</exception>
    public ShardedSampler(ShardedIndex index, PlaceSampler places)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(places);
        if (!index.Counts.Values.SequenceEqual(places.Counts.Values))
        {
            throw new ArgumentException("The sampler was made from other counts than those of the index. Make it from index.Counts.", nameof(places));
        }

        Index = index;
        Places = places;
        ConfigurationHash = places.ConfigurationHash ^ OfRows(index);
    }

    /// <summary>Where the rows are.</summary>
    public ShardedIndex Index { get; }

    /// <summary>Which class and which place of it a draw takes.</summary>
    public PlaceSampler Places { get; }

    /// <summary>A hash of everything except the seed that decides the draws: the options of the sampler, and the shards with their counts.</summary>
    public ulong ConfigurationHash { get; }

    /// <summary>The number of draws in an epoch. For a rank's part it is the number of draws of that rank.</summary>
    public long EpochLength => Places.EpochLength;

    /// <summary>What the sampler will do in its first epoch. Allocates the plan.</summary>
    public SamplerPlan Plan => Places.Plan;

    /// <summary>The row of one draw.</summary>
    /// <param name="draw">The draw number, 0 or more.</param>
    /// <inheritdoc cref="Fill"/>
    public ShardRow RowAt(long draw)
    {
        ShardRow row = default;
        Fill(draw, new Span<ShardRow>(ref row));
        return row;
    }

    /// <summary>The rows of consecutive draws.</summary>
    /// <param name="firstDraw">The number of the first draw, 0 or more.</param>
    /// <param name="rows">Receives one row a draw.</param>
    /// <exception cref="ArgumentOutOfRangeException">A draw number is negative.</exception>
    /// <exception cref="StaleShardException">A shard is missing or was changed after it was indexed.</exception>
    /// <exception cref="ShardIndexFormatException">The index of a shard is missing, torn or damaged, or it is not the one that the manifest knows.</exception>
    /// <exception cref="ObjectDisposedException">The index was closed.</exception>
    [SkipLocalsInit]
    public void Fill(long firstDraw, Span<ShardRow> rows)
    {
        Span<ClassPlace> places = stackalloc ClassPlace[Math.Min(Run, rows.Length)];
        while (!rows.IsEmpty)
        {
            places = places[..Math.Min(places.Length, rows.Length)];
            Places.Fill(firstDraw, places);
            Index.Fill(places, rows);
            firstDraw += places.Length;
            rows = rows[places.Length..];
        }
    }

    /// <summary>One rank's part of the draws; see <see cref="PlaceSampler.Shard(int, int, int, long)"/>.</summary>
    /// <param name="rank">Which rank, and of how many.</param>
    /// <param name="batchSize">How many consecutive draws a rank takes at a time: the size of its batches.</param>
    /// <param name="firstDraw">The global draw at which the ranks start, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public ShardedSampler Shard(WorldRank rank, int batchSize, long firstDraw = 0) => new(Index, Places.Shard(rank, batchSize, firstDraw));

    /// <summary>One rank's part of the draws that follow a saved state, whatever number of ranks saved it.</summary>
    /// <param name="rank">Which rank, and of how many.</param>
    /// <param name="batchSize">How many consecutive draws a rank takes at a time: the size of its batches.</param>
    /// <param name="state">A state of this sampler or of a part of it.</param>
    /// <exception cref="SamplerStateMismatchException">The state is of another version, seed, configuration or data set.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public ShardedSampler Shard(WorldRank rank, int batchSize, SamplerState state) => Shard(rank, batchSize, ResumeFrom(state));

    /// <summary>The draws in batches, from a draw on.</summary>
    /// <param name="batchSize">The number of draws in a batch, 1 or more. For a rank's part it must be the size with which the part was made.</param>
    /// <param name="firstDraw">The first draw, 0 or more.</param>
    /// <param name="draws">How many draws, 0 or more; the last batch may be shorter. By default an epoch.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException">
    /// The sampler is a rank's part, and a number is not a multiple of the part's batch size. The ranks have no common state there.
    /// </exception>
    public ShardBatches Batches(int batchSize, long firstDraw = 0, long? draws = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        ArgumentOutOfRangeException.ThrowIfNegative(draws ?? 0, nameof(draws));
        if (Places is PlaceSamplerShard part && (batchSize % part.BatchSize != 0 || firstDraw % part.BatchSize != 0 || (draws ?? 0) % part.BatchSize != 0))
        {
            throw new ArgumentException($"The ranks take {part.BatchSize} draws at a time; the size of a batch, the first draw and the number of draws are multiples of that.", nameof(batchSize));
        }

        return new ShardBatches(this, batchSize, firstDraw, draws ?? EpochLength);
    }

    /// <summary>The state from which <see cref="ResumeFrom"/> continues with a given draw: 32 bytes, equal on all ranks. O(1).</summary>
    /// <param name="draw">The number of the next draw. For a rank's part it must be a multiple of its batch size.</param>
    /// <exception cref="ArgumentOutOfRangeException">The draw is negative, or not such a multiple.</exception>
    public SamplerState StateAt(long draw) => Places.StateAt(draw) with { ConfigurationHash = ConfigurationHash };

    /// <summary>Checks that a saved state belongs to this sampler and data set. O(1).</summary>
    /// <param name="state">A state of a sampler with the same seed, configuration and shards.</param>
    /// <returns>The number of the next draw.</returns>
    /// <exception cref="SamplerStateMismatchException">The state is of another version, seed, configuration or data set.</exception>
    /// <exception cref="ArgumentException">The ranks of this part have no common state at that draw. Make the parts from the state.</exception>
    public long ResumeFrom(SamplerState state) => Places.ResumeFrom(state with { ConfigurationHash = state.ConfigurationHash ^ OfRows(Index) });

    /// <summary>Checks that all ranks are about to draw the same. Each rank sends one message of 24 bytes. Call it at the start, and after a state was read.</summary>
    /// <param name="world">The ranks.</param>
    /// <param name="draw">The next draw, as all ranks must have it.</param>
    /// <exception cref="WorldDisagreementException">A rank has another seed, configuration, data set or draw; thrown on every rank.</exception>
    public void AgreeOn(ICollective world, long draw = 0) =>
        Agreement.Check(world, ("the seed", Places.Seed), ("the configuration or the data set", (long)ConfigurationHash), ("the next draw", StateAt(draw).Draw));

    /// <summary>Reports how scattered the reads of some draws will be. It makes the draws to find out. O(draws).</summary>
    /// <param name="firstDraw">The first draw, 0 or more.</param>
    /// <param name="draws">How many draws, 1 or more.</param>
    /// <param name="isLocal">Whether the shard with a path is on this machine. By default all are.</param>
    /// <param name="rowsPerGroup">The number of rows in a group that is decoded as a whole, such as a row group of Parquet. 1 if rows are read one by one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public LocalityReport Locality(long firstDraw, int draws, Func<string, bool>? isLocal = null, long rowsPerGroup = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(rowsPerGroup, 1);
        var rows = new ShardRow[draws];
        Fill(firstDraw, rows);
        return LocalityReport.Of(Index, rows, isLocal, rowsPerGroup);
    }

    /// <summary>
    /// Makes the shards a part of the hash. They change the bits for the rows and the bits for everything together, so that a state of other shards is refused like a
    /// state of other rows.
    /// </summary>
    private static ulong OfRows(ShardedIndex index)
    {
        const ulong Rows = ((1UL << 10) - 1) << 44;
        const ulong All = (1UL << 24) - 1;
        return index.Digest & (Rows | All);
    }
}
