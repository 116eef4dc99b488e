using BalanceGen.Weights;

namespace BalanceGen.Tool.Analysis;

/// <summary>A weighting scheme of the library: its name, how it is written, and the weights of the classes.</summary>
/// <param name="Name">The name in the report and in the command.</param>
/// <param name="Code">The call that makes them in C#.</param>
/// <param name="Values">One weight for each class, by class index.</param>
internal sealed record WeightScheme(string Name, string Code, double[] Values)
{
    private static readonly KeyValuePair<string, Func<Arguments, WeightScheme>>[] Schemes =
    [
        new("balanced", of => Fixed(of, "balanced", "Balanced", ClassWeights.Balanced(of.Counts, of.Policy))),
        new("inverse-frequency", of => Fixed(of, "inverse-frequency", "InverseFrequency", ClassWeights.InverseFrequency(of.Counts, of.Policy))),
        new("power", of => Parametric(of, "power", "ClassWeights.Power(counts", 0.5, exponent => ClassWeights.Power(of.Counts, exponent, of.Policy).Values)),
        new("effective-number", of => Parametric(of, "effective-number", "ClassWeights.EffectiveNumber(counts", 0.999, beta => ClassWeights.EffectiveNumber(of.Counts, beta, of.Policy).Values)),
        new("median-frequency", of => Fixed(of, "median-frequency", "MedianFrequency", ClassWeights.MedianFrequency(of.Counts, of.Policy))),
        new("repeat-factor", of => Parametric(
            of,
            "repeat-factor",
            string.Create(CultureInfo.InvariantCulture, $"ClassWeights.RepeatFactor(counts, {of.Rows}"),
            0.001,
            threshold => ClassWeights.RepeatFactor(of.Counts, of.Rows, threshold, of.Policy).Values)),
        new("logit-priors", of => Parametric(of, "logit-priors", "LogitPriors.Of(counts", 1, tau => LogitPriors.Of(of.Counts, tau, of.Policy).Values)),
    ];

    /// <summary>The name of every scheme.</summary>
    public static string[] Names => [.. Schemes.Select(scheme => scheme.Key)];

    /// <summary>
    /// Every scheme with its usual parameter, except inverse frequencies, which are a multiple of the balanced weights. Classes without
    /// rows get the weight 0. Logit priors are left out if there are such classes.
    /// </summary>
    public static IReadOnlyList<WeightScheme> All(ClassCounts counts, long rows) =>
    [
        .. from name in Names
           where name != "inverse-frequency" && (name != "logit-priors" || counts.EmptyClasses.Count == 0)
           select Of(name, counts, rows, null, ZeroCountPolicy.ZeroWeight),
    ];

    /// <summary>The weights of one scheme.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="counts">The rows with each class.</param>
    /// <param name="rows">The rows: of several labels a row, fewer than the labels.</param>
    /// <param name="parameter">The exponent, beta, threshold or tau; null for the usual one.</param>
    /// <param name="policy">What happens to classes without rows.</param>
    public static WeightScheme Of(string name, ClassCounts counts, long rows, double? parameter, ZeroCountPolicy policy) =>
        Schemes.FirstOrDefault(scheme => scheme.Key == name).Value is { } make
            ? make(new Arguments(counts, rows, parameter, policy))
            : throw new ArgumentException($"There is no weighting scheme '{name}'. There are: {string.Join(", ", Names)}.");

    private static WeightScheme Fixed(Arguments of, string name, string method, ClassWeights weights) =>
        new(name, $"ClassWeights.{method}(counts{of.PolicyCode})", weights.Values.ToArray());

    private static WeightScheme Parametric(Arguments of, string name, string call, double usual, Func<double, ReadOnlySpan<double>> weights)
    {
        double parameter = of.Parameter ?? usual;
        string number = parameter.ToString("R", CultureInfo.InvariantCulture);
        return new($"{name} {number}", $"{call}, {number}{of.PolicyCode})", weights(parameter).ToArray());
    }

    private sealed record Arguments(ClassCounts Counts, long Rows, double? Parameter, ZeroCountPolicy Policy)
    {
        /// <summary>How the policy is written behind the other arguments.</summary>
        public string PolicyCode => Policy == ZeroCountPolicy.Throw ? ""
            : Policy == ZeroCountPolicy.ZeroWeight ? ", ZeroCountPolicy.ZeroWeight"
            : string.Create(CultureInfo.InvariantCulture, $", ZeroCountPolicy.Smooth({Policy.Alpha})");
    }
}
