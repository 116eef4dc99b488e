namespace BalanceGen.Sampling;

/// <summary>The context of one draw: its number, its epoch, its row, the number of the visit, and the seed for random work such as an augmentation.</summary>
/// <param name="Draw">
/// The number of the draw. For a shard, the draw of the whole sampler. For a row of a <see cref="Batching.BatchList"/>, the draw of its
/// batch.
/// </param>
/// <param name="Epoch">The epoch of that draw; for a shard, of the whole sampler.</param>
/// <param name="Row">The row number.</param>
/// <param name="Visit">Which visit of its row the draw is, from 0; <see cref="Sampler.VisitNumbering"/> says how it is counted.</param>
/// <param name="Seed">
/// 64 random bits that belong to the sampler's seed, the row and the visit. They differ at every visit of a row, and are the same when the draw is repeated after a resume,
/// by another number of workers or on another machine. They are independent of those that decided the draw. <see cref="Randomness.SplitMix64"/> makes a sequence of them.
/// </param>
/// <remarks>A pure function of the sampler and the number of the draw.</remarks>
public readonly record struct DrawContext(long Draw, long Epoch, int Row, long Visit, ulong Seed);
