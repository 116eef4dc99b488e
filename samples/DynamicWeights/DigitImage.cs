using BalanceGen;

namespace DynamicWeights;

/// <summary>An image, and whether it shows an eight.</summary>
/// <param name="Pixels">8×8 grey values of [0, 1].</param>
/// <param name="IsEight">The label.</param>
[BalancedDataset]
public readonly partial record struct DigitImage(float[] Pixels, [ClassLabel("other", "eight")] bool IsEight);
