namespace BalanceGen.TorchSharp;

/// <summary>The range of the exponents γ.</summary>
internal static class Exponent
{
    public static double Check(double gamma, string name) =>
        gamma is >= 0 and <= 100 ? gamma : throw new ArgumentOutOfRangeException(name, gamma, "The exponent must be of [0, 100].");
}
