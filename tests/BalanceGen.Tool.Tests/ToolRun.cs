using System.Globalization;
using System.Text.Json;
using BalanceGen.Tool.Commands;

namespace BalanceGen.Tool.Tests;

/// <summary>What a run of the tool wrote, and how it ended.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static ToolRun Of(params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        int code = ToolCommands.RunAsync(arguments, output, error, isTerminal: false, CancellationToken.None).GetAwaiter().GetResult();
        return new ToolRun(code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    /// <summary>The class counts that <c>count --json</c> wrote, by class name.</summary>
    public static Dictionary<string, long> Counts(params string[] arguments)
    {
        ToolRun run = Of(["count", "--json", .. arguments]).Succeeded();
        return run.Json.GetProperty("classes").EnumerateArray().ToDictionary(entry => entry.GetProperty("class").GetString()!, entry => entry.GetProperty("count").GetInt64());
    }

    public ToolRun Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Error}\n{Output}");
        return this;
    }

    public ToolRun FailedWith(int code)
    {
        Assert.True(ExitCode == code, $"exit code {ExitCode}\n{Error}\n{Output}");
        return this;
    }
}
