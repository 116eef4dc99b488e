using BalanceGen;

namespace StreamingResample;

/// <summary>The numbers of the sample.</summary>
/// <param name="Oversampling">How far rare classes are lifted, of [0, 1].</param>
/// <param name="Undersampling">How far frequent classes are lowered, of [0, 1].</param>
/// <param name="Seed">The seed of every random choice.</param>
public sealed record Settings(double Oversampling, double Undersampling, long Seed)
{
    /// <summary>In which shares the classes are to come.</summary>
    public TargetDistribution Target { get; } = TargetDistribution.Uniform;

    /// <summary>How many rows are shuffled among each other.</summary>
    public int Buffer => 2048;

    /// <summary>The rows of a batch.</summary>
    public int BatchSize => 32;

    /// <summary>How often the stream is read to measure the throughput.</summary>
    public int Passes => 5;
}
