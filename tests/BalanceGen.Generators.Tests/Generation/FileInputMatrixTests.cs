using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>Every kind of file that a record can take classes or counts from, with two records that have a file each: what runs again after each edit.</summary>
public sealed class FileInputMatrixTests
{
    /// <summary>A kind of input: the path of a record's file, its text before and after an edit, and the record.</summary>
    public static TheoryData<string, string, string, string> Inputs => new()
    {
        { "/project/$.classcounts.csv", "true,1\nfalse,2\n", "true,1\nfalse,5\n", "[BalancedDataset(ClassCounts = \"$.classcounts.csv\")] public partial record struct $([ClassLabel] bool Label);" },
        { "/project/$.classcounts.csv", "x,1\ny,2\n", "x,1\ny,2\nz,0\n", "[BalancedDataset(ClassCounts = \"$.classcounts.csv\")] public partial record struct $([ClassLabel] string Label);" },
        { "/obj/$.counted.csv", "true,1\nfalse,2\n", "true,1\nfalse,5\n", "[BalancedDataset] public partial record struct $([ClassLabel] bool Label);" },
        { "/obj/$.counted.csv", "x,1\ny,2\n", "x,1\ny,2\nz,4\n", "[BalancedDataset] public partial record struct $([ClassLabel] string Label);" },
        { "/obj/$.counted.csv", "x,1\ny,2\n", "x,1\ny,3\n", "[BalancedDataset] public partial record struct $([ClassLabel(\"x\", \"y\", Encoding = LabelEncoding.Set)] string[] Labels);" },
        { "/project/$.classes.txt", "x\ny\n", "x\ny\nz\n", "[BalancedDataset] public partial record struct $([ClassLabel(ClassesFrom = \"$.classes.txt\")] string Label);" },
        { "/project/$.categories.json", "[{\"id\":1,\"name\":\"x\"}]", "[{\"id\":2,\"name\":\"x\"}]", "[BalancedDataset] public partial record struct $([ClassLabel(ClassesFrom = \"$.categories.json\")] int Label);" },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Only_an_edit_of_its_file_writes_a_record_again(string path, string before, string after, string record)
    {
        string pathA = Of(path, "A");
        string pathB = Of(path, "B");
        ProjectFiles files = Files(path, before, before).With("/project/readme.txt", "a");
        GeneratorRun first = GeneratorRun.Of(files, "using BalanceGen; " + Of(record, "A"), "using BalanceGen; " + Of(record, "B"), "public class Other;");
        Assert.Equal(2, first.Result.GeneratedSources.Length);

        AssertReasons(first.Edit(compilation => compilation.AddSyntaxTrees(TestCompilation.Parse("public class Unrelated;", "U.cs"))), "an unrelated file", Cached, Cached);
        AssertReasons(
            first.Edit(compilation => compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[2], TestCompilation.Parse("public class Another;", compilation.SyntaxTrees[2].FilePath))),
            "unrelated code", Cached, Cached);
        AssertReasons(first.EditFile(files["/project/readme.txt"], ProjectFiles.TextOf("/project/readme.txt", "b")), "a file that is none of the generator's", Cached, Cached);
        AssertReasons(first.EditFile(files[pathA], ProjectFiles.TextOf(pathA, after)), "the file of the first", Modified, Cached);
        AssertReasons(first.EditFile(files[pathB], ProjectFiles.TextOf(pathB, after)), "the file of the second", Cached, Modified);
        AssertReasons(first.EditFile(files[pathA], ProjectFiles.TextOf(pathA, before)), "a file that says the same", Cached, Cached);
    }

    /// <summary>What a build says beside the counts: only the record that was counted again has another date on hover.</summary>
    [Fact]
    public void A_new_count_with_the_same_result_writes_only_the_record_that_says_when_it_was_counted()
    {
        const string Path = "/obj/$.counted.csv";
        const string Record = "[BalancedDataset] public partial record struct $([ClassLabel] bool Label);";
        const string Counts = "true,1\nfalse,2\n";
        GeneratorRun first = GeneratorRun.Of(Files(Path, Counts, Counts), "using BalanceGen; " + Of(Record, "A"), "using BalanceGen; " + Of(Record, "B"));

        GeneratorRun edited = first.EditOptions(Files(Path, Counts, Counts, timeOfA: "2026-11-30 10:00:00"));
        GeneratorRun sameMinute = first.EditOptions(Files(Path, Counts, Counts, timeOfA: "2026-11-22 10:00:59"));

        AssertReasons(edited, "another time", Modified, Cached);
        AssertReasons(sameMinute, "the same minute", Cached, Cached);
    }

    private static ProjectFiles Files(string path, string textOfA, string textOfB, string timeOfA = "2026-11-22 10:00:00")
    {
        bool isCounted = path.StartsWith("/obj/", StringComparison.Ordinal);
        return isCounted
            ? new ProjectFiles().WithCounted(Of(path, "A"), textOfA, "A", timeOfA).WithCounted(Of(path, "B"), textOfB, "B", "2026-11-22 10:00:00")
            : new ProjectFiles().With(Of(path, "A"), textOfA).With(Of(path, "B"), textOfB);
    }

    private static string Of(string text, string name) => text.Replace("$", name, StringComparison.Ordinal);

    private static void AssertReasons(GeneratorRun run, string what, IncrementalStepRunReason a, IncrementalStepRunReason b)
    {
        IncrementalStepRunReason[] counted = [.. run.Reasons(TrackingNames.CountedTargets).Select(reason => reason == Unchanged ? Cached : reason)];
        Assert.True(counted.SequenceEqual([a, b]), $"{what}: {string.Join(", ", counted)}");
        Assert.True(run.OutputReasons().SequenceEqual([a, b]), $"{what}: emitted {string.Join(", ", run.OutputReasons())}");
        Assert.All(run.Reasons(TrackingNames.ValidTargets), reason => Assert.Equal(Cached, reason));
    }
}
