namespace BalanceGen;

/// <summary>The three zero-count policies.</summary>
internal enum ZeroCountKind
{
    Throw,
    ZeroWeight,
    Smooth,
}
