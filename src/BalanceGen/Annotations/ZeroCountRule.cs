namespace BalanceGen;

/// <summary>What happens to a class without rows, as declared on a record; see <see cref="BalancedDatasetAttribute.ZeroCounts"/>.</summary>
public enum ZeroCountRule
{
    /// <summary>An error at run time that names the class.</summary>
    Throw,

    /// <summary>The class gets the weight 0 and the share 0; the others are treated as if it were not declared.</summary>
    ZeroWeight,

    /// <summary>Every count is taken as n + alpha, with alpha = <see cref="BalancedDatasetAttribute.Smoothing"/>.</summary>
    Smooth,
}
