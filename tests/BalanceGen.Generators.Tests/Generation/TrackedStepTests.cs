using System.Reflection;
using BalanceGen.Generators.Infrastructure;
using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>What the pipeline holds on to between two keystrokes.</summary>
public sealed class TrackedStepTests
{
    public static TheoryData<string> StepNames =>
    [
        .. typeof(TrackingNames).GetFields(BindingFlags.Static | BindingFlags.Public).Select(step => (string)step.GetRawConstantValue()!),
    ];

    [Theory]
    [MemberData(nameof(StepNames))]
    public void Step_holds_plain_values_only(string stepName)
    {
        foreach (string source in Cases.All.Values)
        {
            object[] outputs =
            [
                .. GeneratorRun.Of(Cases.Files.With("/any.classcounts.csv", "a,1"), source).Result.TrackedSteps[stepName].SelectMany(step => step.Outputs).Select(output => output.Value),
            ];

            Assert.NotEmpty(outputs);
            Assert.Empty(outputs.SelectMany(ObjectGraph.Offenders));
        }
    }

    [Fact]
    public void Walk_finds_an_offender_wherever_it_is_hidden()
    {
        CSharpCompilation compilation = TestCompilation.Of("class C { }");
        INamedTypeSymbol symbol = compilation.GetTypeByMetadataName("C")!;

        Assert.Equal(["Holder._hidden: SourceNamedTypeSymbol"], ObjectGraph.Offenders(new Holder(symbol)).Select(WithoutRoslynWrapper));
        Assert.Single(ObjectGraph.Offenders(new List<object> { new Holder(symbol.Locations[0]) }));
        Assert.Single(ObjectGraph.Offenders(new EquatableArray<Holder>([new Holder(compilation.SyntaxTrees[0])])));
        Assert.Single(ObjectGraph.Offenders(new Derived(compilation.SyntaxTrees[0].GetRoot())));
        Assert.Single(ObjectGraph.Offenders((1, new Holder(compilation))));
        Assert.Empty(ObjectGraph.Offenders(new Holder("text")));
    }

    private static string WithoutRoslynWrapper(string offender) =>
        offender.Replace("NonErrorNamedTypeSymbol", "SourceNamedTypeSymbol", StringComparison.Ordinal);

    private class Holder(object hidden) : IEquatable<Holder>
    {
        private readonly object _hidden = hidden;

        public bool Equals(Holder? other) => Equals(_hidden, other?._hidden);

        public override bool Equals(object? obj) => Equals(obj as Holder);

        public override int GetHashCode() => _hidden.GetHashCode();
    }

    private sealed class Derived(object hidden) : Holder(hidden);
}
