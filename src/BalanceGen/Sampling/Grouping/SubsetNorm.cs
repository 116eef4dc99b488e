namespace BalanceGen.Sampling;

/// <summary>How the deviations of a class on the subsets are added up.</summary>
internal enum SubsetNorm
{
    /// <summary>The root of the sum of their squares.</summary>
    Squares,

    /// <summary>The sum of their absolute values.</summary>
    Absolute,
}
