using BalanceGen.CodeFixes;
using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace BalanceGen.Generators.Tests.Diagnostics;

/// <summary>
/// Every fix and every refactoring in every context: plain, nested, in generic types, with a comment behind every token, two at once. The result has no diagnostic that the code
/// had not, of the compiler or of a rule; the rule has nothing more to report; all comments are kept; and in every context the same is offered.
/// </summary>
public sealed class FixMatrixTests
{
    private static readonly (int Number, FixCase Code)[] Numbered = [.. FixCases.All.Select((code, number) => (number, code))];

    /// <summary>What is offered in the first context, and what is wrong with it.</summary>
    private static readonly Lazy<Task<(Dictionary<int, string> Titles, IReadOnlyList<string> Failures)>> First = new(FirstAsync);

    /// <summary>Refactorings are applied one by one.</summary>
    private static readonly IReadOnlyList<string> WithoutFixAll = [nameof(MakeBalancedDatasetRefactoring), nameof(CountFileRefactoring)];

    public static TheoryData<string> Contexts() => [.. FixContext.All.Keys];

    [Theory]
    [MemberData(nameof(Contexts))]
    public async Task Results_are_free_of_new_diagnostics_and_keep_all_comments(string context)
    {
        (Dictionary<int, string> titles, IReadOnlyList<string> failures) = await First.Value;
        failures = context == FixContext.All.Keys.First() ? failures : await FailuresAsync(context, titles);
        Assert.True(failures.Count == 0, string.Join(Environment.NewLine, failures));
    }

    /// <summary>A new fix or refactoring gets a case in <see cref="FixCases"/>.</summary>
    [Fact]
    public void Every_fix_and_refactoring_has_a_case()
    {
        IEnumerable<string> providers = typeof(RuleFixer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && (type.IsSubclassOf(typeof(CodeFixProvider)) || type.IsSubclassOf(typeof(CodeRefactoringProvider))))
            .Select(type => type.Name);
        string[] missing = [.. providers.Except(FixCases.All.Select(code => code.Provider.Name))];

        Assert.True(missing.Length == 0, $"{string.Join(", ", missing)}: add a case to tests/BalanceGen.Generators.Tests/Diagnostics/FixCases.cs.");
    }

    private static async Task<(Dictionary<int, string> Titles, IReadOnlyList<string> Failures)> FirstAsync()
    {
        Dictionary<int, string> titles = [];
        return (titles, await FailuresAsync(FixContext.All.Keys.First(), titles));
    }

    private static async Task<IReadOnlyList<string>> FailuresAsync(string context, Dictionary<int, string> titles)
    {
        List<string> failures = [];
        foreach (IGrouping<int, (int Number, FixCase Code)> project in Numbered
            .Where(item => context != FixContext.Twice || !WithoutFixAll.Contains(item.Code.Provider.Name))
            .GroupBy(item => item.Code.IsAlone ? item.Number : -1))
        {
            using var workspace = new AdhocWorkspace();
            failures.AddRange(await new FixMatrix(workspace, [.. project], FixContext.All[context]).FailuresAsync(titles));
        }

        return failures;
    }
}
