namespace BalanceGen.Generators.Model;

/// <summary>The declared policy for classes without rows.</summary>
internal sealed record ZeroCountsModel
{
    private ZeroCountsModel(string expression, bool givesZeroWeight, double alpha)
    {
        Expression = expression;
        GivesZeroWeight = givesZeroWeight;
        Alpha = alpha;
    }

    /// <summary>The policy as a C# expression, without its type.</summary>
    public string Expression { get; }

    /// <summary>Whether a class without rows has the weight 0.</summary>
    public bool GivesZeroWeight { get; }

    /// <summary>What is added to every count; 0 unless counts are smoothed.</summary>
    public double Alpha { get; }

    public static ZeroCountsModel Throw { get; } = new("Throw", givesZeroWeight: false, alpha: 0);

    public static ZeroCountsModel ZeroWeight { get; } = new("ZeroWeight", givesZeroWeight: true, alpha: 0);

    public static ZeroCountsModel Smooth(double alpha) =>
        new($"Smooth({Infrastructure.CSharpLiteral.Of(alpha)})", givesZeroWeight: false, alpha);
}
