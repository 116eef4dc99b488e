namespace BalanceGen.Repository.Tests;

/// <summary>The README repeats figures of the speed table; both are written by one run of the benchmark.</summary>
public sealed class SpeedFiguresTests
{
    /// <summary>The README's row, and that of the page, whose third column of figures is that of a million rows.</summary>
    [Theory]
    [InlineData("`WeightedRandomSampler.Fill`", "**weighted with replacement, `Fill`**")]
    [InlineData("`BalancedSampler.Fill`", "**balanced, `Fill`** (no peer)")]
    [InlineData("`List<int>` per class, `new Random()`", "`List<int>` per class, `new Random()`")]
    [InlineData("torch.multinomial", "torch.multinomial")]
    [InlineData("NumPy choice(p)", "NumPy choice(p)")]
    [InlineData("PyTorch WeightedRandomSampler", "PyTorch WeightedRandomSampler")]
    public void The_README_has_the_figures_of_the_speed_table(string inReadme, string onThePage) =>
        Assert.Equal(Row(Path.Combine("docs", "performance.md"), onThePage)[3], Row("README.md", inReadme)[1]);

    private static string[] Row(string page, string name) =>
        Assert.Single(
            from line in File.ReadLines(Path.Combine(BalanceGen.Tests.Repository.Root, page))
            let cells = line.Trim('|', ' ').Split(" | ")
            where line.StartsWith('|') && cells[0] == name
            select cells);
}
