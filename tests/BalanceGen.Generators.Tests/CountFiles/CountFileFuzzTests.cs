using System.Text;
using BalanceGen.Generators.CountFiles;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.Tests.CountFiles;

public sealed class CountFileFuzzTests
{
    private const int Cases = 20_000;

    private static readonly string[] Originals =
    [
        "breed,count\nsiamese,160\nbirman,10\n",
        "\uFEFFbreed;count\r\n\"a;b\";9223372036854775000\r\nc;0\r\n",
        "\"a \"\"b\"\"\",1\n\"c\r\nd\",2\n,\nérable 木 😀,3",
        "label\tn\nx\t1.0\ny\t2.0\n\n\n",
        " <=50K.,12435\r >50K.,3846\r",
        "1,5\n-1,7\n10,12\n",
    ];

    private static readonly string[] Insertions =
        ["\"", "\"\"", ",", ";", "\t", "\n", "\r", "\r\n", "\0", "-", "+", ".", "0", "99999999999999999999", ".0", "e5", " ", "\uFEFF", "\uFFFD", "a,1\n", "木"];

    [Fact]
    public void Mutated_files_give_a_problem_or_the_right_counts()
    {
        // Any generator with a fixed seed will do: the cases are inputs, not a distribution to be tested.
        var random = new Random(20_261_122);
        int valid = 0;
        for (int number = 0; number < Cases; number++)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(Originals[random.Next(Originals.Length)]);
            for (int mutations = random.Next(1, 4); mutations > 0; mutations--)
            {
                bytes = Mutate(bytes, random);
            }

            SourceText text = AsCompilerDecodes(bytes);
            ClassCountFile file = ClassCountFileParser.Parse(text);
            List<(string, long)>? expected = text.Encoding == Encoding.Latin1 ? null : CountFileOracle.Read(text.ToString());

            Assert.True(file.IsValid == expected is not null, $"case {number}: valid {file.IsValid}: {Convert.ToBase64String(bytes)}");
            if (expected is not null)
            {
                Assert.Equal(expected, file.Entries.Select(entry => (entry.Label, entry.Count)));
                valid++;
            }

            Assert.All(file.Problems, problem => Assert.True(problem is { Line: >= 1, Column: >= 1, Text.Length: <= 70 }));
        }

        // Both outcomes are common, or the test would say little.
        Assert.InRange(valid, Cases / 10, Cases * 9 / 10);
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        int place = random.Next(bytes.Length + 1);
        int length = random.Next(bytes.Length - place + 1);
        switch (random.Next(9))
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
            default:
                return [.. bytes[..place], .. Encoding.UTF8.GetBytes(Insertions[random.Next(Insertions.Length)]), .. bytes[place..]];
        }
    }

    /// <summary>As the compiler reads additional files: strict UTF-8, and a code page of one byte a character if it is none.</summary>
    private static SourceText AsCompilerDecodes(byte[] bytes)
    {
        try
        {
            return SourceText.From(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            return SourceText.From(new MemoryStream(bytes), Encoding.Latin1);
        }
    }
}
