namespace Digits.Training;

/// <summary>One way to train. The arms of the experiment differ in nothing else.</summary>
/// <param name="Scheme">How the training rows are drawn.</param>
/// <param name="WeightedLoss">Whether each row's loss is multiplied with the balanced weight of its class.</param>
/// <param name="Shifts">Whether the drawn images are shifted by a pixel at random.</param>
public sealed record Arm(SamplingScheme Scheme, bool WeightedLoss, bool Shifts)
{
    /// <summary>What the tables call it.</summary>
    public string Name => WeightedLoss ? "class weights in loss" : Scheme.Name;

    /// <summary>The ways to deal with the imbalance, the first of which does nothing; each without and with shifts.</summary>
    public static IReadOnlyList<Arm> All { get; } =
    [
        .. from shifts in new[] { false, true }
           from arm in new Arm[]
           {
               new(SamplingScheme.Shuffled, false, shifts),
               new(SamplingScheme.Shuffled, true, shifts),
               new(SamplingScheme.WeightedRandom, false, shifts),
               new(SamplingScheme.Balanced, false, shifts),
           }
           select arm,
    ];

    /// <summary>The arm that does nothing about the imbalance, with the same shifts.</summary>
    public Arm Baseline => new(SamplingScheme.Shuffled, false, Shifts);
}
