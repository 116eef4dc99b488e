namespace Digits.Training;

/// <summary>How long and how fast a network is trained.</summary>
/// <param name="BatchSize">The number of rows in a batch.</param>
/// <param name="Steps">The number of gradient steps, one a batch, whatever the sampler's epochs are.</param>
/// <param name="LearningRate">The learning rate of plain gradient descent.</param>
public sealed record Schedule(int BatchSize, int Steps, float LearningRate = 0.1f);
