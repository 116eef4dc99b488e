using System.Diagnostics;

namespace BalanceGen.Tests.Sampling;

public sealed class GoldenDrawsTests
{
    [Fact]
    public void Draws_are_those_of_the_format_version() => Assert.Equal(Accepted(), GoldenDraws.Compute());

    [Theory]
    [InlineData("DOTNET_EnableHWIntrinsic", "0")]
    [InlineData("DOTNET_EnableAVX2", "0")]
    [InlineData("DOTNET_JITMinOpts", "1")]
    public void Draws_do_not_depend_on_vector_hardware_or_optimization(string setting, string value)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["exec", typeof(GoldenDraws).Assembly.Location])
        {
            RedirectStandardOutput = true,
            Environment = { [setting] = value },
        };
        using Process process = Process.Start(start)!;
        string printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.Equal(0, process.ExitCode);
        Assert.Equal(Accepted(), printed);
    }

    private static string Accepted() => File.ReadAllText(GoldenDraws.AcceptedPath).ReplaceLineEndings("\n");
}
