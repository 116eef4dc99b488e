namespace Digits.Training;

/// <summary>The augmentation: the image moved by at most one pixel in each direction. What moves in is background.</summary>
public static class PixelShift
{
    /// <summary>The nine shifts: staying, and the eight directions.</summary>
    public const int Count = 9;

    /// <summary>Writes the shifted image.</summary>
    /// <param name="pixels">The image.</param>
    /// <param name="shift">Which of the nine shifts, of [0, 9); 4 stays.</param>
    /// <param name="shifted">Receives the image; another memory than <paramref name="pixels"/>.</param>
    public static void Apply(ReadOnlySpan<float> pixels, int shift, Span<float> shifted)
    {
        int right = (shift % 3) - 1;
        int down = (shift / 3) - 1;
        shifted.Clear();
        for (int y = Math.Max(0, -down); y < Digit.Side - Math.Max(0, down); y++)
        {
            int from = (y * Digit.Side) + Math.Max(0, -right);
            int to = ((y + down) * Digit.Side) + Math.Max(0, right);
            pixels.Slice(from, Digit.Side - Math.Abs(right)).CopyTo(shifted[to..]);
        }
    }
}
