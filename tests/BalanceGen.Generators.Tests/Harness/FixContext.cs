using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Tests.Harness;

/// <summary>Where the code of a <see cref="FixCase"/> stands, and what stands between its tokens.</summary>
/// <param name="Containers">Text with <c>{0}</c> in the place of the code; once for each copy.</param>
/// <param name="Behind">What stands behind each token of the code, with <c>#</c> for its number; empty for code as it is.</param>
internal sealed record FixContext(string Containers, string Behind)
{
    private const string Usings = $"""
        {UsageSource.Usings}
        using BalanceGen.Evaluation;
        using BalanceGen.ML;
        using BalanceGen.TorchSharp;
        using Microsoft.ML;
        using TorchSharp;

        """;

    public static IReadOnlyDictionary<string, FixContext> All { get; } = new Dictionary<string, FixContext>
    {
        ["plain"] = new("{0}", ""),
        ["nested in a generic type, a comment to the end of the line behind every token"] = new("public partial class Outer<T>\n{\n    public partial struct Inner<U>\n        where U : struct\n    {\n{0}\n    }\n}", " // #\n"),
        [Twice] = new("public partial class First<T>\n{\n    public partial struct Inner\n    {\n        // before\n        {0}\n    }\n}\n\npublic partial class Second\n{\n    {0} // after\n}", " /* # */ "),
    };

    /// <summary>The context of two copies in one file, for all fixes at once.</summary>
    public const string Twice = "two at once, a comment behind every token";

    /// <summary>The text of a document of its own, in a namespace of its own.</summary>
    public string Text(FixCase code, int number)
    {
        string containers = code.IsInTypesThatAreNotPartial ? Containers.Replace("partial ", "", StringComparison.Ordinal) : Containers;
        string file = FileName(code, number);
        string text = $"{Usings}namespace Case{number};\n{code.Types.Replace("$file", file, StringComparison.Ordinal)}\n";
        string changed = code.Changed.Replace("$file", file, StringComparison.Ordinal);
        if (!code.IsType && containers == "{0}")
        {
            containers = "public static class Training\n{\n{0}\n}";
        }

        List<(int Start, int End)> places = [];
        string[] parts = containers.Split("{0}");
        text += parts[0];
        foreach (string part in parts[1..])
        {
            places.Add((text.Length, text.Length + changed.Length));
            text += changed + part;
        }

        return Behind.Length == 0 ? text + "\n" : WithTextBehindTokens(text, places);
    }

    public static string FileName(FixCase code, int number) => $"case{number}{code.Extension}";

    private string WithTextBehindTokens(string text, List<(int Start, int End)> places)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(text + "\n", TestCompilation.ParseOptions).GetRoot();
        int number = 0;
        return root.ReplaceTokens(
            root.DescendantTokens().Where(token => places.Exists(place => place.Start <= token.SpanStart && token.Span.End <= place.End)),
            (token, _) => token.WithTrailingTrivia(SyntaxFactory.ParseTrailingTrivia(Behind.Replace("#", (++number).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))))
            .ToFullString();
    }
}
