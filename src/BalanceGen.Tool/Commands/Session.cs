namespace BalanceGen.Tool.Commands;

/// <summary>Where a run of the tool writes to.</summary>
/// <param name="Out">What was asked for.</param>
/// <param name="Error">Errors, notes and progress.</param>
/// <param name="IsTerminal">Whether colours and the width of a terminal are wanted.</param>
/// <param name="Arguments">The command line.</param>
internal sealed record Session(TextWriter Out, TextWriter Error, bool IsTerminal, IReadOnlyList<string> Arguments)
{
    /// <summary>A progress line, unless the user wants silence or standard error is no terminal.</summary>
    public ProgressLine Progress(bool isQuiet) => new(Error, !isQuiet && IsTerminal && !Console.IsErrorRedirected);

    /// <summary>A screen on standard output.</summary>
    public Screen Screen() => new(Out, IsTerminal);
}
