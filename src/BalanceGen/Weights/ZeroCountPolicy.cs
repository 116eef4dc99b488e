namespace BalanceGen;

/// <summary>What happens to a class without rows, whose inverse-frequency weight would be infinite. Declared once, obeyed by weights, targets and samplers.</summary>
/// <remarks>The default value is <see cref="Throw"/>.</remarks>
public readonly record struct ZeroCountPolicy
{
    private ZeroCountPolicy(ZeroCountKind kind, double alpha)
    {
        Kind = kind;
        Alpha = alpha;
    }

    /// <summary>A class without rows is an error: <see cref="EmptyClassException"/>, with the class's name. The default.</summary>
    public static ZeroCountPolicy Throw => default;

    /// <summary>A class without rows gets the weight 0 and the share 0; the other classes are treated as if it were not declared.</summary>
    public static ZeroCountPolicy ZeroWeight => new(ZeroCountKind.ZeroWeight, 0);

    /// <summary>Which of the three policies this is.</summary>
    internal ZeroCountKind Kind { get; }

    /// <summary>What is added to every count by <see cref="Smooth"/>, above 0; 0 for the other policies.</summary>
    public double Alpha { get; }

    /// <summary>
    /// Additive (Laplace) smoothing: every count is taken as n + alpha, so that weights are finite. A sampler still
    /// cannot draw rows that do not exist: an empty class has the share 0 of the draws.
    /// </summary>
    /// <param name="alpha">What is added to every count, of [1e-9, 1e18]; 1 is usual.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is outside that range or NaN.</exception>
    public static ZeroCountPolicy Smooth([ValueRange(1e-9, 1e18)] double alpha)
    {
        if (!(alpha is >= 1e-9 and <= 1e18))
        {
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "The smoothing constant must be of [1e-9, 1e18].");
        }

        return new ZeroCountPolicy(ZeroCountKind.Smooth, alpha);
    }

    /// <summary>The policy as it is written in code.</summary>
    public override string ToString() =>
        Kind == ZeroCountKind.Smooth ? string.Create(CultureInfo.InvariantCulture, $"Smooth({Alpha})") : Kind.ToString();
}
