namespace BalanceGen.Tool.Commands;

/// <summary>What the command tells its caller.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The command ran, and what it was to check is not so.</summary>
    public const int Failed = 1;

    /// <summary>The command could not do its work: wrong arguments, or an input that cannot be used.</summary>
    public const int Error = 2;

    /// <summary>The user cancelled. 128 + SIGINT, as shells have it.</summary>
    public const int Cancelled = 130;
}
