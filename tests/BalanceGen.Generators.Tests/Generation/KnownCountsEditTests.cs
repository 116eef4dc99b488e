using BalanceGen.Generators.Tests.Harness;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>What is run again where a class-count file, or other code, is edited.</summary>
public sealed class KnownCountsEditTests
{
    [Fact]
    public void An_edit_of_one_file_emits_its_record_again_and_no_other()
    {
        ProjectFiles files = new ProjectFiles()
            .With("/a.classcounts.csv", "true,1\nfalse,1")
            .With("/b.classcounts.csv", "true,2\nfalse,2");
        GeneratorRun first = GeneratorRun.Of(
            files,
            "using BalanceGen; [BalancedDataset(ClassCounts = \"a.classcounts.csv\")] public partial record struct A([ClassLabel] bool Label);",
            "using BalanceGen; [BalancedDataset(ClassCounts = \"b.classcounts.csv\")] public partial record struct B([ClassLabel] bool Label);",
            "using BalanceGen; [BalancedDataset] public partial record struct C([ClassLabel] bool Label);");

        GeneratorRun edited = first.EditFile(files["/a.classcounts.csv"], ProjectFiles.TextOf("/a.classcounts.csv", "true,1\nfalse,5"));

        Assert.Equal([Cached, Cached, Cached], edited.Reasons(TrackingNames.ValidTargets));
        Assert.Equal([Modified, Cached], edited.Reasons(TrackingNames.CountFiles));
        Assert.Equal([Modified, Unchanged, Unchanged], edited.Reasons(TrackingNames.CountedTargets));
        Assert.Equal([Modified, Cached, Cached], edited.OutputReasons());
        Assert.Contains("Total = 6", edited.Result.GeneratedSources[0].SourceText.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_of_a_record_change_with_its_file_and_no_other_record_is_emitted_again()
    {
        ProjectFiles files = new ProjectFiles()
            .With("/a.classcounts.csv", "true,1\nfalse,1")
            .With("/b.classcounts.csv", "true,2\nfalse,2");
        GeneratorRun first = GeneratorRun.Of(
            files,
            "using BalanceGen; [BalancedDataset(ClassCounts = \"a.classcounts.csv\", ZeroCounts = ZeroCountRule.ZeroWeight)] public partial record struct A([ClassLabel] bool Label);",
            "using BalanceGen; [BalancedDataset(ClassCounts = \"b.classcounts.csv\")] public partial record struct B([ClassLabel] bool Label);");

        GeneratorRun edited = first.EditFile(files["/a.classcounts.csv"], ProjectFiles.TextOf("/a.classcounts.csv", "true,1\nfalse,0"));

        Assert.Equal([Cached, Cached], edited.Reasons(TrackingNames.ValidTargets));
        Assert.Equal([Modified, Unchanged], edited.Reasons(TrackingNames.CountedTargets));
        Assert.Equal([Modified, Cached], edited.OutputReasons());
        Assert.Contains("AliasThresholds => [0, 0]", first.Result.GeneratedSources[0].SourceText.ToString(), StringComparison.Ordinal);
        Assert.Contains("AliasThresholds => [0]", edited.Result.GeneratedSources[0].SourceText.ToString(), StringComparison.Ordinal);
        Assert.Contains("AliasClasses => [1]", edited.Result.GeneratedSources[0].SourceText.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_says_the_same_in_other_words_reruns_no_emit()
    {
        ProjectFiles files = new ProjectFiles().With("/a.classcounts.csv", "true,1\nfalse,1");
        GeneratorRun first = GeneratorRun.Of(
            files, "using BalanceGen; [BalancedDataset(ClassCounts = \"a.classcounts.csv\")] public partial record struct A([ClassLabel] bool Label);");

        GeneratorRun edited = first.EditFile(files["/a.classcounts.csv"], ProjectFiles.TextOf("/a.classcounts.csv", "false,1\r\n\r\nTrue,1\r\n"));

        Assert.Equal([Modified], edited.Reasons(TrackingNames.CountFiles));
        Assert.Equal([Unchanged], edited.Reasons(TrackingNames.CountedTargets));
        Assert.Equal([Cached], edited.OutputReasons());
    }

    [Fact]
    public void An_edit_of_unrelated_code_reads_no_file_again()
    {
        ProjectFiles files = new ProjectFiles().With("/a.classcounts.csv", "true,1\nfalse,1");
        GeneratorRun first = GeneratorRun.Of(
            files, "using BalanceGen; [BalancedDataset(ClassCounts = \"a.classcounts.csv\")] public partial record struct A([ClassLabel] bool Label);");

        GeneratorRun edited = first.Edit(compilation => compilation.AddSyntaxTrees(TestCompilation.Parse("class Unrelated;", "Unrelated.cs")));

        Assert.Equal([Cached], edited.Reasons(TrackingNames.CountFiles));
        Assert.Equal([Cached], edited.OutputReasons());
    }
}
