using SkiaSharp;

namespace Cats.Features;

/// <summary>Decodes photos for the network.</summary>
internal static class PhotoReader
{
    /// <summary>The side of the network's input.</summary>
    public const int Side = 224;

    /// <summary>Red, green and blue planes of 224 × 224 values of [0, 255].</summary>
    public static float[] Read(string file, PhotoView view)
    {
        using SKBitmap photo = SKBitmap.Decode(file) ?? throw new InvalidDataException($"'{file}' is not an image that can be decoded.");
        using var cut = new SKBitmap(new SKImageInfo(Side, Side, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(cut))
        using (SKImage image = SKImage.FromBitmap(photo))
        {
            float side = (float)(view.Side * Math.Min(photo.Width, photo.Height));
            float left = (float)(view.Left * (photo.Width - side));
            float top = (float)(view.Top * (photo.Height - side));
            if (view.Mirrored)
            {
                canvas.Scale(-1, 1, Side / 2f, 0);
            }

            canvas.DrawImage(image, SKRect.Create(left, top, side, side), SKRect.Create(Side, Side), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }

        return Planes(cut.GetPixelSpan(), view.Brightness);
    }

    private static float[] Planes(ReadOnlySpan<byte> pixels, double brightness)
    {
        const int Plane = Side * Side;
        var planes = new float[3 * Plane];
        for (int pixel = 0; pixel < Plane; pixel++)
        {
            for (int color = 0; color < 3; color++)
            {
                planes[(color * Plane) + pixel] = (float)Math.Min(255, brightness * pixels[(4 * pixel) + color]);
            }
        }

        return planes;
    }
}
