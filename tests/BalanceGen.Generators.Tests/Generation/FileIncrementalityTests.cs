using BalanceGen.Generators.Tests.Harness;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>What runs again at a keystroke in a project with count files, and after edits of files and options that are none of the generator's.</summary>
public sealed class FileIncrementalityTests
{
    private const string Source = "using BalanceGen; [BalancedDataset(ClassCounts = \"a.classcounts.csv\")] public partial record struct A([ClassLabel] bool Label);";

    [Fact]
    public void A_keystroke_in_source_reads_no_file_and_counts_no_target_again()
    {
        GeneratorRun first = GeneratorRun.Of(Files(), Source, "public class Other;");

        GeneratorRun second = first.Edit(compilation => compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees[1], TestCompilation.Parse("public class Others;", compilation.SyntaxTrees[1].FilePath)));

        Assert.Equal([Cached], second.Reasons(TrackingNames.CountFiles));
        Assert.Equal([Cached], second.Reasons(TrackingNames.CountedTargets));
        Assert.Equal([Cached], second.OutputReasons());
    }

    [Fact]
    public void An_edit_of_a_file_that_is_no_count_file_reruns_nothing()
    {
        ProjectFiles files = Files().With("/notes.txt", "a note");
        GeneratorRun second = GeneratorRun.Of(files, Source).EditFile(files["/notes.txt"], ProjectFiles.TextOf("/notes.txt", "another"));

        Assert.Equal([Cached], second.Reasons(TrackingNames.CountFiles));
        Assert.Equal([Cached], second.Reasons(TrackingNames.ValidTargets));
        Assert.Equal([Cached], second.OutputReasons());
    }

    [Fact]
    public void An_edit_of_options_reruns_no_emit()
    {
        GeneratorRun second = GeneratorRun.Of(Files(), Source).EditOptions(Files().WithSourceOption("balancegen_minimum_class_rows", "7"));

        Assert.Equal([Cached], second.Reasons(TrackingNames.CountFiles));
        Assert.Equal([Cached], second.Reasons(TrackingNames.ValidTargets));
        Assert.Equal([Cached], second.Reasons(TrackingNames.CountedTargets));
        Assert.Equal([Cached], second.OutputReasons());
    }

    private static ProjectFiles Files() => new ProjectFiles().With("/a.classcounts.csv", "true,1\nfalse,2");
}
