using System.Runtime.InteropServices;
using BalanceGen.Tool.Commands;

namespace BalanceGen.Tool;

/// <summary>The command <c>balancegen</c>.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var source = new CancellationTokenSource();

        // The first signal asks the command to tidy up, a second one ends the process.
        void Cancel(PosixSignalContext context)
        {
            context.Cancel = !source.IsCancellationRequested;
            source.Cancel();
        }

        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        return await ToolCommands.RunAsync(arguments, Console.Out, Console.Error, isTerminal: !Console.IsOutputRedirected, source.Token).ConfigureAwait(false);
    }
}
