using BalanceGen;

namespace StreamingResample;

/// <summary>
/// A pixel of an image of a digit. The class is how dark it is, 0 for white paper to 16 for ink: half of all pixels are white, some shades
/// are rare. It is the imbalance that segmentation of images has.
/// </summary>
/// <param name="Image">The number of the image.</param>
/// <param name="Place">The place in the image, of [0, 63].</param>
/// <param name="Shade">The label.</param>
[BalancedDataset]
public readonly partial record struct Pixel(int Image, int Place, [ClassLabel(Min = 0, Max = 16)] int Shade);
