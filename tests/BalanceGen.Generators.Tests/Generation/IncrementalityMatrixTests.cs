using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>Five edits of every kind of target and label: what runs again after each.</summary>
public sealed class IncrementalityMatrixTests
{
    private const string Other = "[BalanceGen.BalancedDataset] public partial record struct Other([BalanceGen.ClassLabel] bool First);";

    [Theory]
    [MemberData(nameof(Cases.Names), MemberType = typeof(Cases))]
    public void Only_an_edit_that_matters_to_a_target_writes_it_again(string kind)
    {
        GeneratorRun first = GeneratorRun.Of(Cases.All[kind], Other);

        AssertReasons(first, "an unrelated file", compilation => compilation.AddSyntaxTrees(TestCompilation.Parse("public class Unrelated;", "U.cs")), Cached, Cached);
        AssertReasons(first, "white space in the target", Edit(InTarget), Cached, Cached);
        AssertReasons(first, "the label", Edit(OfLabel), Modified, Cached);
        AssertReasons(first, "the attribute", Edit(OfAttribute), Modified, Cached);
        AssertReasons(first, "the other target", compilation => Replace(compilation, 1, text => text.Replace("First", "Second", StringComparison.Ordinal)), Cached, Modified);
    }

    /// <summary>Comments and line ends after every opening brace and parenthesis.</summary>
    private static string InTarget(SyntaxNode root) => root.ToFullString()
        .Replace("{", "{ /* a comment */\n", StringComparison.Ordinal).Replace("(", "(\n\n", StringComparison.Ordinal);

    /// <summary>The first class gets another name: a listed one, that of an enum's member, or else that of the member with the label.</summary>
    private static string OfLabel(SyntaxNode root)
    {
        AttributeSyntax label = root.DescendantNodes().OfType<AttributeSyntax>().First(IsLabel);
        bool hasColumns = label.Name.ToString() == "ClassColumns";
        if (!hasColumns && label.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals is null)?.Expression.ToString() is { } name)
        {
            // Two letters further: the next one is often the other class.
            return root.ToFullString().Replace(name, $"{name[..^2]}{(char)(name[^2] + 2)}\"", StringComparison.Ordinal);
        }

        string identifier = hasColumns
            ? root.DescendantNodes().OfType<ParameterSyntax>().First(parameter => parameter.Type!.ToString() == "bool").Identifier.Text
            : root.DescendantNodes().OfType<EnumMemberDeclarationSyntax>().FirstOrDefault()?.Identifier.Text ?? MemberOf(label);
        return System.Text.RegularExpressions.Regex.Replace(root.ToFullString(), $@"\b{identifier}\b", identifier + "X");
    }

    /// <summary>Another policy for classes without rows.</summary>
    private static string OfAttribute(SyntaxNode root)
    {
        AttributeSyntax dataset = root.DescendantNodes().OfType<AttributeSyntax>().First(attribute => attribute.Name.ToString().StartsWith("BalancedDataset", StringComparison.Ordinal));
        string text = root.ToFullString();
        return dataset.ArgumentList is { } arguments
            ? text.Replace(arguments.ToString(), "(ZeroCounts = ZeroCountRule.ZeroWeight, ClassCounts = \"b.csv\")", StringComparison.Ordinal)
            : text.Insert(dataset.Span.End, "(ZeroCounts = ZeroCountRule.ZeroWeight)");
    }

    private static bool IsLabel(AttributeSyntax attribute) => attribute.Name.ToString() is "ClassLabel" or "ClassColumns";

    private static string MemberOf(AttributeSyntax label) => label.Parent!.Parent switch
    {
        ParameterSyntax parameter => parameter.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
        var other => throw new InvalidOperationException(other!.Kind().ToString()),
    };

    private static Func<CSharpCompilation, CSharpCompilation> Edit(Func<SyntaxNode, string> edit) =>
        compilation => Replace(compilation, 0, _ => edit(compilation.SyntaxTrees[0].GetRoot()));

    private static CSharpCompilation Replace(CSharpCompilation compilation, int index, Func<string, string> edit)
    {
        SyntaxTree tree = compilation.SyntaxTrees[index];
        string edited = edit(tree.ToString());
        Assert.NotEqual(tree.ToString(), edited);
        return compilation.ReplaceSyntaxTree(tree, TestCompilation.Parse(edited, tree.FilePath));
    }

    private static void AssertReasons(
        GeneratorRun first,
        string what,
        Func<CSharpCompilation, CSharpCompilation> edit,
        IncrementalStepRunReason target,
        IncrementalStepRunReason other)
    {
        GeneratorRun second = first.Edit(edit);

        Dictionary<string, IncrementalStepRunReason> reasons = second.Result.TrackedSteps[TrackingNames.CountedTargets]
            .SelectMany(step => step.Outputs)
            .ToDictionary(output => ((Model.CountedTarget)output.Value).Target.HintName, output => output.Reason);
        Assert.Equal(2, reasons.Count);
        Assert.True(target == Settled(reasons.Single(item => item.Key != "Other.g.cs").Value), $"{what}: {string.Join(", ", reasons)}");
        Assert.True(other == Settled(reasons["Other.g.cs"]), $"{what}: {string.Join(", ", reasons)}");
        Assert.Equal(
            new[] { target, other }.Order(),
            second.Result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs).Select(output => output.Reason).Order());
    }

    /// <summary>A step that was run again and gave the same value is as good as one that was not: nothing after it runs.</summary>
    private static IncrementalStepRunReason Settled(IncrementalStepRunReason reason) => reason == Unchanged ? Cached : reason;
}
