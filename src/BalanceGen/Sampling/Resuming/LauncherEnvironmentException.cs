namespace BalanceGen.Sampling;

/// <summary>Environment variables of a launcher that are set in part, or to values that are no rank and world size.</summary>
public sealed class LauncherEnvironmentException : BalanceGenException
{
    internal LauncherEnvironmentException(string variable, string? value, string message)
        : base(message)
    {
        Variable = variable;
        Value = value;
    }

    /// <summary>The variable that is wrong or missing.</summary>
    public string Variable { get; }

    /// <summary>Its value, or null if it is missing.</summary>
    public string? Value { get; }
}
