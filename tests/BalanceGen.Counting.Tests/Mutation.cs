using System.Text;

namespace BalanceGen.Counting.Tests;

/// <summary>Damages files as disks, editors, exports and accidents do.</summary>
internal static class Mutation
{
    private static readonly string[] Insertions =
    [
        "\"", "\"\"", "\"a\"", "'", "\u201C", ",", ";", "\t", " ", "\n", "\r", "\r\n", "\n\n", "\0", "-", "+", ".", "0", "99999999999999999999",
        "9223372036854775807", ".0", ".5", "e5", "1,000", "\uFEFF", "\uFFFD", "a,1\n", "a,b,c\n", "木", "y", "\u0660", "NaN",
    ];

    /// <summary>The bytes with one to three changes.</summary>
    public static byte[] Of(byte[] bytes, Random random)
    {
        for (int mutations = random.Next(1, 4); mutations > 0; mutations--)
        {
            bytes = Once(bytes, random);
        }

        return bytes;
    }

    private static byte[] Once(byte[] bytes, Random random)
    {
        int place = random.Next(bytes.Length + 1);
        int length = random.Next(bytes.Length - place + 1);
        switch (random.Next(14))
        {
            case 0:
                return bytes[..place];
            case 1:
                return [.. bytes[..place], .. bytes[Math.Min(place + 1, bytes.Length)..]];
            case 2:
                return [.. bytes[..place], .. bytes[(place + length)..]];
            case 3:
                return [.. bytes[..place], .. bytes[place..(place + length)], .. bytes[place..]];
            case 4:
                var binary = new byte[random.Next(1, 8)];
                random.NextBytes(binary);
                return [.. bytes[..place], .. binary, .. bytes[place..]];
            case 5 when bytes.Length > 0:
                byte[] flipped = [.. bytes];
                flipped[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 6:
                return random.Next(8) == 0 ? [.. bytes, .. bytes] : bytes;
            case 7:
                return Replace(bytes, (byte)'\n', (byte)'\r', random);
            case 8:
                return Replace(bytes, (byte)'"', (byte)'\'', random);
            case 9 when random.Next(4) == 0:
                // Another encoding altogether, with its byte order mark or without.
                string text = Encoding.UTF8.GetString(bytes);
                Encoding other = random.Next(2) == 0 ? Encoding.Unicode : Encoding.BigEndianUnicode;
                return [.. random.Next(2) == 0 ? other.GetPreamble() : [], .. other.GetBytes(text)];
            default:
                return [.. bytes[..place], .. Encoding.UTF8.GetBytes(Insertions[random.Next(Insertions.Length)]), .. bytes[place..]];
        }
    }

    private static byte[] Replace(byte[] bytes, byte old, byte replacement, Random random) =>
        random.Next(3) > 0 ? bytes : [.. bytes.Select(item => item == old ? replacement : item)];
}
