namespace BalanceGen.Tool.Analysis;

/// <summary>How much a finding matters.</summary>
internal enum Severity
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>Makes results worse, or makes them look better than they are.</summary>
    Warning,

    /// <summary>Breaks training, or a part of it.</summary>
    Error,
}
