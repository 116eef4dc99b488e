namespace Cats;

/// <summary>Everything that decides the numbers of a run.</summary>
/// <param name="Seeds">How often each method is repeated, with another choice of pictures and other first weights each time.</param>
/// <param name="Epochs">The number of epochs.</param>
/// <param name="LearningRate">The learning rate of the first step.</param>
internal sealed record Settings(int Seeds, int Epochs, double LearningRate)
{
    /// <summary>How many pictures of the frequent class are trained on, at most.</summary>
    public int FrequentRows { get; } = 160;

    /// <summary>How many of the rare class.</summary>
    public int RareRows { get; } = 10;

    /// <summary>How many of each class are for validation.</summary>
    public int ValidationRows { get; } = 40;

    /// <summary>The number of pictures in a batch.</summary>
    public int BatchSize { get; } = 10;

    /// <summary>AdamW's weight decay.</summary>
    public double WeightDecay { get; } = 0.01;
}
