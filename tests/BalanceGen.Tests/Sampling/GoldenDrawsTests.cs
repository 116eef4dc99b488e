using System.Diagnostics;

namespace BalanceGen.Tests.Sampling;

public sealed class GoldenDrawsTests
{
    [Fact]
    public void Draws_are_those_of_the_format_version() => Assert.Equal(Accepted(), GoldenDraws.Compute());

    [Theory]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    [InlineData("DOTNET_EnableAVX2")]
    public void Draws_do_not_depend_on_vector_hardware(string setting)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["exec", typeof(GoldenDraws).Assembly.Location])
        {
            RedirectStandardOutput = true,
            Environment = { [setting] = "0" },
        };
        using Process process = Process.Start(start)!;
        string printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.Equal(0, process.ExitCode);
        Assert.Equal(Accepted(), printed);
    }

    private static string Accepted() => File.ReadAllText(GoldenDraws.AcceptedPath).ReplaceLineEndings("\n");
}
