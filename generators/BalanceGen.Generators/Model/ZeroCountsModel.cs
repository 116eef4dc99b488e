namespace BalanceGen.Generators.Model;

/// <summary>The declared policy for classes without rows.</summary>
/// <param name="Expression">The policy as a C# expression, without its type.</param>
/// <param name="GivesZeroWeight">Whether a class without rows has the weight 0.</param>
/// <param name="Alpha">What is added to every count; 0 unless counts are smoothed.</param>
internal sealed record ZeroCountsModel(string Expression, bool GivesZeroWeight, double Alpha)
{
    public static ZeroCountsModel Throw { get; } = new("Throw", GivesZeroWeight: false, Alpha: 0);

    public static ZeroCountsModel ZeroWeight { get; } = new("ZeroWeight", GivesZeroWeight: true, Alpha: 0);

    public static ZeroCountsModel Smooth(double alpha) => new($"Smooth({CSharpLiteral.Of(alpha)})", GivesZeroWeight: false, alpha);
}
