using BalanceGen;

namespace MlNet;

/// <summary>An image of a written digit.</summary>
/// <param name="Pixels">8×8 grey values of [0, 16].</param>
/// <param name="Digit">The label.</param>
[BalancedDataset]
public readonly partial record struct Numeral(float[] Pixels, [property: ClassLabel(Min = 0, Max = 9)] int Digit);
