namespace BalanceGen.PackageTests;

/// <summary>What a dotnet command answered.</summary>
internal sealed record DotnetResult(int ExitCode, string Output)
{
    public DotnetResult Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    public DotnetResult Failed()
    {
        Assert.True(ExitCode != 0, Output);
        return this;
    }

    /// <summary>How many different lines of the log contain the text: MSBuild repeats errors in its summary.</summary>
    public int LinesWith(string text) =>
        Output.Split('\n').Select(line => line.Trim()).Where(line => line.Contains(text, StringComparison.Ordinal)).Distinct().Count();
}
