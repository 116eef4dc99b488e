using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BalanceGen.Generators.Tests.Diagnostics;

/// <summary>What all fixers share. <c>dotnet format</c> hands a fixer the diagnostics of all rules of one analyzer.</summary>
public sealed class RuleFixerTests
{
    private static readonly Type[] Fixers =
        [.. typeof(RuleFixer).Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))];

    [Fact]
    public void Every_fixer_is_one_of_a_rule()
    {
        Assert.InRange(Fixers.Length, 15, 100);
        Assert.All(Fixers, type => Assert.True(typeof(RuleFixer).IsAssignableFrom(type), type.Name));
    }

    [Fact]
    public async Task No_fixer_offers_anything_for_a_diagnostic_of_another_rule()
    {
        const string Source = """
            using BalanceGen;
            [BalancedDataset]
            [ClassCount(false, 0)]
            public record struct Dog([ClassLabel] bool IsOld);
            public static class Training
            {
                public static double Weight(ClassCounts counts, int c) => 1.0 / counts[c];
                public static TargetDistribution Target() => TargetDistribution.Of(1, 2);
            }
            """;
        using var workspace = new AdhocWorkspace();
        Document document = workspace.AddProject("UnderTest", LanguageNames.CSharp)
            .WithParseOptions(TestCompilation.ParseOptions).WithCompilationOptions(TestCompilation.Options()).WithMetadataReferences(TestCompilation.References)
            .AddDocument("Source.cs", Source);
        SyntaxNode root = (await document.GetSyntaxRootAsync())!;
        var other = new DiagnosticDescriptor("OTHER1", "title", "message", "category", DiagnosticSeverity.Warning, isEnabledByDefault: true);
        foreach (Type type in Fixers)
        {
            var fixer = (CodeFixProvider)Activator.CreateInstance(type)!;
            foreach (SyntaxNode node in root.DescendantNodes())
            {
                await fixer.RegisterCodeFixesAsync(new CodeFixContext(
                    document, Diagnostic.Create(other, node.GetLocation()), (action, _) => Assert.Fail($"{type.Name}: {action.Title}"), CancellationToken.None));
            }
        }
    }

    [Fact]
    public async Task Fix_all_without_a_chosen_action_takes_the_first_that_is_offered() =>
        await CodeFixVerifier.VerifyFixAllOfUnchosenActionAsync<UnguardedCountDivisionFixer>(
            Descriptors.UnguardedCountDivision,
            [Descriptors.SharesDoNotAddUp],
            UsageSource.Of("""
                static double A(ClassCounts counts, int c) => 1.0 / counts[c];
                static double B(ClassCounts counts, int c) => 2.0 / counts[c];
                static TargetDistribution C() => TargetDistribution.Of(1, 2);
                """),
            UsageSource.Of("""
                static double A(ClassCounts counts, int c) => counts[c] == 0 ? 0 : 1.0 / counts[c];
                static double B(ClassCounts counts, int c) => counts[c] == 0 ? 0 : 2.0 / counts[c];
                static TargetDistribution C() => TargetDistribution.Of(1, 2);
                """));

    [Fact]
    public async Task Fix_all_of_one_pass_without_a_chosen_action_takes_the_first_that_is_offered() =>
        await CodeFixVerifier.VerifyFixAllOfUnchosenActionAsync<ZeroCountClassFixer>(
            Descriptors.ZeroCountClass,
            [Descriptors.NegativeCount],
            """
            using BalanceGen;
            [BalancedDataset]
            [ClassCount(false, 0), ClassCount(true, 3)]
            public partial record struct Dog([ClassLabel] bool IsOld);
            [BalancedDataset]
            [ClassCount(false, -1)]
            public partial record struct Cat([ClassLabel] bool IsOld);
            """,
            """
            using BalanceGen;
            [BalancedDataset(ZeroCounts = ZeroCountRule.ZeroWeight)]
            [ClassCount(false, 0), ClassCount(true, 3)]
            public partial record struct Dog([ClassLabel] bool IsOld);
            [BalancedDataset]
            [ClassCount(false, -1)]
            public partial record struct Cat([ClassLabel] bool IsOld);
            """);
}
