using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BalanceGen.Counting;
using BalanceGen.Counting.Tests;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.Tests.CountFiles;

/// <summary>Damaged files through the generator, all analyzers and the build's counter. CONTRIBUTING says how to run more of them.</summary>
public sealed partial class CompilationFuzzTests
{
    private static readonly int Cases =
        int.Parse(Environment.GetEnvironmentVariable("BALANCEGEN_FUZZ_CASES") ?? "250", CultureInfo.InvariantCulture);

    private static readonly string[] CountFiles =
    [
        "breed,count\nsiamese,160\nbirman,10\n",
        "\uFEFFbreed;count\r\n\"a;b\";9223372036854775000\r\nc;0\r\n",
        "\"a \"\"b\"\"\",1\n\"c\r\nd\",2\nérable 木 😀,3",
        "label\tn\nx\t1.0\ny\t2.0\n\n\n",
    ];

    private static readonly string[] CountClasses = ["siamese", "birman", "a;b", "c", "a \"b\"", "c\r\nd", "érable 木 😀", "x", "y", "a"];

    private static readonly (string Text, string Column, char Delimiter, bool HasHeader, bool Quoting)[] LabeledFiles =
    [
        ("x,y,z\n1,a,2\n3,b,4\n5,a,6\n", "y", ',', true, true),
        ("\uFEFFx;y\r\n\"1;2\";\"a;b\"\r\n\"\";c\r\n3;c", "y", ';', true, true),
        ("1,2,3,a\n1,2,3, <=50K.\n\n4,5,6,a\n", "3", ',', false, true),
        ("y\tx\nham\tsay \"hi\"\nspam\té木😀\n", "y", '\t', true, false),
        ("\"l\",\"a\nb\"\n\"é\r\n木\",1\nz,\"2\"\"\"\n", "l", ',', true, true),
    ];

    private static readonly string[] LabelClasses = ["a", "b", "a;b", "c", " <=50K.", "ham", "spam", "é\r\n木", "z"];

    [Fact]
    public async Task Damaged_count_files_give_a_diagnostic_or_the_right_counts()
    {
        var compilation = new FuzzedCompilation(CountClasses, isCounted: false);

        // Any generator with a fixed seed will do: the cases are inputs, not a distribution to be tested.
        var random = new Random(20_261_124);
        int taken = 0;
        for (int number = 0; number < Cases; number++)
        {
            byte[] bytes = Mutation.Of(Encoding.UTF8.GetBytes(CountFiles[random.Next(CountFiles.Length)]), random);
            SourceText text = CompilerText.Decode(bytes);
            List<(string, long)>? expected = text.Encoding == Encoding.Latin1 ? null : CountFileOracle.Read(text.ToString());
            taken += await NamingInput(compilation.CheckAsync(text, expected), number, bytes) ? 1 : 0;
        }

        AssertBothOutcomesAreCommon(taken);
    }

    [Fact]
    public async Task Damaged_labelled_files_give_an_error_or_the_right_counts()
    {
        var compilation = new FuzzedCompilation(LabelClasses, isCounted: true);
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            var random = new Random(20_261_125);
            int taken = 0;
            for (int number = 0; number < Cases; number++)
            {
                (string text, string column, char delimiter, bool hasHeader, bool quoting) = LabeledFiles[random.Next(LabeledFiles.Length)];
                byte[] bytes = Mutation.Of(Encoding.UTF8.GetBytes(text), random);
                List<(string, long)>? expected = LabeledFileOracle.Read(bytes, column, delimiter, hasHeader, quoting);

                SourceText? counted = CountInBuild(folder.FullName, bytes, column, delimiter, hasHeader, quoting);

                Assert.True(counted is null == expected is null, $"case {number}: {Convert.ToBase64String(bytes)}");
                if (counted is not null)
                {
                    // The replacement character is a label like any other to the counter, and the mark of a damaged file to the compiler.
                    bool isReadable = !expected!.Exists(entry => entry.Item1.Contains('\uFFFD', StringComparison.Ordinal));
                    taken += await NamingInput(compilation.CheckAsync(counted, isReadable ? expected : null), number, bytes) ? 1 : 0;
                }
            }

            AssertBothOutcomesAreCommon(taken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The class-count file that the build's counter writes, or null where it refuses, with an error that MSBuild understands.</summary>
    private static SourceText? CountInBuild(string folder, byte[] bytes, string column, char delimiter, bool hasHeader, bool quoting)
    {
        string data = Path.Combine(folder, "train.csv");
        string output = Path.Combine(folder, "Row.classcounts.csv");
        string request = Path.Combine(folder, "request.txt");
        File.WriteAllBytes(data, bytes);
        File.Delete(output);
        string name = delimiter switch { ',' => "comma", ';' => "semicolon", _ => "tab" };
        File.WriteAllText(request, $"output={output}\nfile={data}\nlabelColumn={column}\ndelimiter={name}\nhasHeader={hasHeader}\nquoting={quoting}\n");
        using var errors = new StringWriter();

        bool isCounted = CountingRun.Run(request, errors);

        Assert.Equal(isCounted, File.Exists(output));
        Assert.Equal(isCounted, errors.ToString().Length == 0);
        Assert.All(errors.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(BuildError(), line));
        return isCounted ? CompilerText.Decode(File.ReadAllBytes(output)) : null;
    }

    private static async Task<bool> NamingInput(Task<bool> check, int number, byte[] bytes)
    {
        try
        {
            return await check;
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"case {number}: {Convert.ToBase64String(bytes)}", exception);
        }
    }

    private static void AssertBothOutcomesAreCommon(int taken) => Assert.InRange(taken, Cases / 10, Cases * 9 / 10);

    [GeneratedRegex(@"train\.csv(\(\d+,\d+\))? ?: error BALG03\d\d: ")]
    private static partial Regex BuildError();
}
