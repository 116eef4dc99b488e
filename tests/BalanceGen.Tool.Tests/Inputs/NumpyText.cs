using System.Globalization;
using System.Text;

namespace BalanceGen.Tool.Tests.Inputs;

/// <summary>A NumPy array of text as numpy.save writes it: format 1.0, little-endian UCS-4 padded with zeros.</summary>
internal static class NumpyText
{
    public static byte[] Of(IReadOnlyList<string> labels)
    {
        int width = Math.Max(1, labels.Max(label => label.EnumerateRunes().Count()));
        string header = string.Create(CultureInfo.InvariantCulture, $"{{'descr': '<U{width}', 'fortran_order': False, 'shape': ({labels.Count},), }}");
        header = header.PadRight(((header.Length + 11 + 63) / 64 * 64) - 11) + "\n";
        using var stream = new MemoryStream();
        stream.Write([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, (byte)header.Length, (byte)(header.Length >> 8)]);
        stream.Write(Encoding.ASCII.GetBytes(header));
        var element = new byte[4 * width];
        foreach (string label in labels)
        {
            Array.Clear(element);
            Encoding.UTF32.GetBytes(label).CopyTo(element, 0);
            stream.Write(element);
        }

        return stream.ToArray();
    }
}
