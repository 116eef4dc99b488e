namespace BalanceGen.Sampling;

/// <summary>The environment variables of a launcher are set only in part, or to values that are not a rank and a world size.</summary>
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
