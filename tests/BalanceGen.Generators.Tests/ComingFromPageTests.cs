using System.Text.RegularExpressions;
using BalanceGen.Generators.Tests.Harness;
using BalanceGen.Tests;
using Microsoft.CodeAnalysis;

namespace BalanceGen.Generators.Tests;

/// <summary>A reader who copies docs/coming-from.md, in whole or one recipe with the first and the last block, has a program that compiles.</summary>
[Collection(nameof(PageProgram))]
public sealed partial class ComingFromPageTests
{
    private static readonly string[] Blocks =
    [
        .. Block().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "coming-from.md"))).Select(match => match.Groups["code"].Value),
    ];

    [Fact]
    public void The_page_from_the_first_block_to_the_last_is_one_program()
    {
        Assert.Equal(7, Blocks.Length);
        string[] lines = PageProgram.Run(string.Concat(Blocks)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        // Two epochs of 170 draws and five folds; what one pass over the shuffled rows gives.
        Assert.Equal(12, lines.Count(line => line.Contains("images, ", StringComparison.Ordinal)));
        Assert.Equal(5, lines.Count(line => line == "trained with 136 photos, tested with 34"));
        Assert.Equal(6, lines.Count(line => line.Contains("the first of weight", StringComparison.Ordinal)));
        Assert.Equal(23, lines.Length);
    }

    // The third recipe weighs with what the second makes.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(2, 3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_recipe_compiles_with_the_lines_that_the_page_says_it_needs(params int[] recipes) =>
        Assert.DoesNotContain(
            GeneratorRun.Start(PageProgram.Compilation(string.Concat([Blocks[0], .. recipes.Select(recipe => Blocks[recipe]), Blocks[^1]]))).WarningsAndErrors(),
            diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    [GeneratedRegex("```cs(?:harp)?\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
