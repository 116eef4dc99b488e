using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace BalanceGen.Tool.Commands;

/// <summary>Every command, and what happens when one fails.</summary>
internal static class ToolCommands
{
    public static RootCommand Create(Session session)
    {
        var root = new RootCommand("From any labelled file to an imbalance report, a check, a plan, a split and the C# code.")
        {
            ReportCommand.Create(session),
            CountCommand.Create(session),
            CheckCommand.Create(session),
            CompareCommand.Create(session),
            WeightsCommand.Create(session),
            PlanCommand.Create(session),
            SplitCommand.Create(session),
            SampleCommand.Create(session),
            InitCommand.Create(session),
            TraceCommand.Create(session),
            CompletionCommand.Create(session),
        };
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error, bool isTerminal, CancellationToken cancellation)
    {
        var session = new Session(output, error, isTerminal, arguments);
        ParseResult parsed = Create(session).Parse(arguments);
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var problem in parsed.Errors)
            {
                error.WriteLine($"error: {problem.Message}");
            }

            error.WriteLine($"See balancegen {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help.");
            return ExitCode.Error;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("cancelled; nothing was written");
            return ExitCode.Cancelled;
        }
        catch (InputException problem)
        {
            error.WriteLine(problem.ToString());
            return ExitCode.Error;
        }
        catch (Exception problem) when (problem is BalanceGenException or ArgumentException or IOException or UnauthorizedAccessException or OverflowException)
        {
            // The library's texts name the class, the row and the value; the parameter that .NET adds says nothing to a user of the tool.
            string message = problem is ArgumentException { ParamName: { } parameter }
                ? problem.Message.Replace($" (Parameter '{parameter}')", "", StringComparison.Ordinal).ReplaceLineEndings(" ")
                : problem.Message;
            error.WriteLine($"error: {message}");
            return ExitCode.Error;
        }
    }
}
