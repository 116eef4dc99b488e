using System.Text;
using BalanceGen.Tool.Commands;

namespace BalanceGen.Tool;

/// <summary>The command <c>balancegen</c>.</summary>
internal static class Program
{
    private static Task<int> Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return ToolCommands.RunAsync(arguments, Console.Out, Console.Error, isTerminal: !Console.IsOutputRedirected, CancellationToken.None);
    }
}
