using BalanceGen;

namespace Digits;

/// <summary>One labelled image. The two attributes are all that BalanceGen needs; everything in <c>Digit.Classes</c> is generated.</summary>
/// <param name="Pixels">8×8 grey values of [0, 1], row by row from the top left.</param>
/// <param name="Numeral">The label.</param>
[BalancedDataset]
public readonly partial record struct Digit(float[] Pixels, [ClassLabel] Numeral Numeral)
{
    /// <summary>The width and the height of an image.</summary>
    public const int Side = 8;

    /// <summary>The number of pixels of an image.</summary>
    public const int PixelCount = Side * Side;
}
