using System.Text.RegularExpressions;
using BalanceGen.Generators.Tests.Harness;
using BalanceGen.Tests;

namespace BalanceGen.Generators.Tests;

/// <summary>A reader who copies a program of docs/programs.md has one that compiles without a warning and prints what the page says.</summary>
[Collection(nameof(PageProgram))]
public sealed partial class ProgramsPageTests
{
    private static readonly string[] Programs =
    [
        .. Block().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "programs.md"))).Select(match => match.Groups["code"].Value),
    ];

    [Theory]
    [InlineData(0, 3, 3)]
    [InlineData(1, 0, 3)]
    [InlineData(2, 3, 8)]
    [InlineData(3, 1, 1)]
    public void Programs_print_what_the_page_says(int program, int shown, int lines)
    {
        Assert.Equal(4, Programs.Length);
        string output = PageProgram.Run(Programs[program]);
        Assert.Equal(lines, output.Count(character => character == '\n'));
        string[] expected = PageProgram.Shown(Programs[program]);
        Assert.Equal(shown, expected.Length);
        Assert.All(expected, text => Assert.Contains(text, output, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_epoch_has_170_images_of_which_half_are_of_the_rare_breed() =>
        Assert.Equal("epoch 0: 170 images, 85 of them Birman\nepoch 1: 170 images, 85 of them Birman\nepoch 2: 170 images, 85 of them Birman\n", PageProgram.Run(Programs[1]));

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
