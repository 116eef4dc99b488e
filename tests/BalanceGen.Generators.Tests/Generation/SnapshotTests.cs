using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>One readable file for each kind of target and label; what the code does is asserted by running it.</summary>
public sealed class SnapshotTests
{
    /// <summary>The file that is looked at; another one is that of the base type.</summary>
    private const string DerivedType = """
        using BalanceGen;
        [BalancedDataset] public partial record Animal([ClassLabel] bool IsWild);
        [BalancedDataset] public sealed partial record Cat(bool IsWild, [ClassLabel("a", "b")] string Breed) : Animal(IsWild);
        """;

    /// <summary>One more than the most that a switch finds.</summary>
    private static readonly string ManyIntegers =
        $"using BalanceGen; [BalancedDataset] public partial record struct Row([ClassLabel(Values = new long[] {{ {string.Join(", ", Enumerable.Range(0, 257).Select(index => 2 * index))} }})] int Label);";

    [Theory]
    [MemberData(nameof(Cases.Names), MemberType = typeof(Cases))]
    public Task Text_of_a_case(string name) => Verifier.Verify(GeneratorRun.Of(Cases.All[name]).Text(), extension: "cs", method: name);

    [Fact]
    public Task Derived_type_with_a_label_of_its_own() =>
        Verifier.Verify(
            GeneratorRun.Of(DerivedType).Result.GeneratedSources.Single(source => source.HintName == "Cat.g.cs").SourceText.ToString(), extension: "cs");

    [Fact]
    public Task More_labels_than_a_switch_finds() => Verifier.Verify(GeneratorRun.Of(ManyIntegers).Text(), extension: "cs");

    [Fact]
    public void Every_accepted_snapshot_is_that_of_a_test() =>
        Assert.Equal(
            Cases.All.Keys.Append(nameof(Derived_type_with_a_label_of_its_own)).Append(nameof(More_labels_than_a_switch_finds)).Order(StringComparer.Ordinal),
            Verifier.AcceptedOf(nameof(SnapshotTests)).Order(StringComparer.Ordinal));
}
