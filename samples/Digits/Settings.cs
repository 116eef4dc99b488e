namespace Digits;

/// <summary>Everything that decides the numbers of a run.</summary>
/// <param name="Seed">The first seed; repetitions count on from it.</param>
/// <param name="Trainings">How often each way of training is repeated, with another split and other first weights each time.</param>
/// <param name="CoverageSeeds">How many seeds the coverage is measured with.</param>
/// <param name="BatchEpochs">Over how many epochs batches are counted.</param>
public sealed record Settings(long Seed, int Trainings = 40, int CoverageSeeds = 1000, int BatchEpochs = 1000)
{
    /// <summary>The share of the images that no training sees.</summary>
    public double TestShare { get; } = 0.2;

    /// <summary>How many images of the rare class the training gets.</summary>
    public int RareRows { get; } = 10;

    /// <summary>The number of rows in a batch.</summary>
    public int BatchSize { get; } = 10;
}
