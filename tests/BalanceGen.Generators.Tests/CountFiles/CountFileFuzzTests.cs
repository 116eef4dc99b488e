using System.Text;
using BalanceGen.Counting.Tests;
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

    [Fact]
    public void Mutated_files_give_a_problem_or_the_right_counts()
    {
        // Any generator with a fixed seed will do: the cases are inputs, not a distribution to be tested.
        var random = new Random(20_261_122);
        int valid = 0;
        for (int number = 0; number < Cases; number++)
        {
            byte[] bytes = Mutation.Of(Encoding.UTF8.GetBytes(Originals[random.Next(Originals.Length)]), random);

            SourceText text = CompilerText.Decode(bytes);
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
}
