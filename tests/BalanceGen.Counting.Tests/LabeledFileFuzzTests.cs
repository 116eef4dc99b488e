using System.Text;

namespace BalanceGen.Counting.Tests;

public sealed class LabeledFileFuzzTests
{
    private const int Cases = 20_000;

    private static readonly (string Text, string Column, char Delimiter, bool HasHeader, bool Quoting)[] Originals =
    [
        ("x,y,z\n1,a,2\n3,b,4\n5,a,6\n", "y", ',', true, true),
        ("\uFEFFx;y\r\n\"1;2\";\"a;b\"\r\n\"\";c\r\n3;c", "y", ';', true, true),
        ("1,2,3,a\n1,2,3, <=50K.\n\n4,5,6,a\n", "3", ',', false, true),
        ("y\tx\nham\tsay \"hi\"\nspam\té木😀\n", "y", '\t', true, false),
        ("\"l \"\"m\"\"\",\"a\nb\"\n\"é\r\n木\",1\nz,\"2\"\"\"\n", "l \"m\"", ',', true, true),
        ("\"e\r\nf\" 1\ra 2\ra 3\r", "0", ' ', false, true),
    ];

    [Fact]
    public void Mutated_files_give_an_error_or_the_right_counts()
    {
        // Any generator with a fixed seed will do: the cases are inputs, not a distribution to be tested.
        var random = new Random(20_261_123);
        int counted = 0;
        for (int number = 0; number < Cases; number++)
        {
            (string text, string column, char delimiter, bool hasHeader, bool quoting) = Originals[random.Next(Originals.Length)];
            byte[] bytes = Mutation.Of(Encoding.UTF8.GetBytes(text), random);

            var file = new LabeledFile("memory", column, FieldDelimiter.Parse(delimiter.ToString()), hasHeader, quoting);
            List<(string, long)>? expected = LabeledFileOracle.Read(bytes, column, delimiter, hasHeader, quoting);

            CountingException? error = Compare(expected, bytes, file, windowSize: 4096);
            CountingException? errorInSmallWindow = Compare(expected, bytes, file, windowSize: random.Next(16, 80));

            Assert.True(errorInSmallWindow?.Id == CountingErrorId.NoClassLabel || errorInSmallWindow?.Message == error?.Message, $"case {number}");
            counted += expected is null ? 0 : 1;
        }

        // Both outcomes are common, or the test would say little.
        Assert.InRange(counted, Cases / 10, Cases * 9 / 10);
    }

    private static CountingException? Compare(List<(string, long)>? expected, byte[] bytes, LabeledFile file, int windowSize)
    {
        try
        {
            List<(string, long)> counts = Counting.Of(bytes, file, windowSize);
            Assert.True(expected is not null && expected.SequenceEqual(counts), $"{file}: {Convert.ToBase64String(bytes)}");
            return null;
        }
        catch (CountingException error)
        {
            // A small window refuses long labels, whatever they are.
            Assert.True(expected is null || error.Id == CountingErrorId.NoClassLabel, $"{file}: {error.Message}: {Convert.ToBase64String(bytes)}");
            Assert.True(error.Line > 0 == error.Column > 0);
            return error;
        }
    }
}
