using System.Globalization;
using BalanceGen.Weights;

namespace BalanceGen.Tool.Analysis;

/// <summary>A weighting scheme of the library: its name, how it is written, and the weights of the classes.</summary>
/// <param name="Name">The name in the report and in the command.</param>
/// <param name="Code">The call that makes them in C#.</param>
/// <param name="Values">One weight for each class, by class index.</param>
internal sealed record WeightScheme(string Name, string Code, double[] Values)
{
    public static readonly string[] Names = ["balanced", "inverse-frequency", "power", "effective-number", "median-frequency", "repeat-factor", "logit-priors"];

    /// <summary>Every scheme with its usual parameter. Classes without rows get the weight 0; logit priors are left out where there are any.</summary>
    public static IReadOnlyList<WeightScheme> All(ClassCounts counts, long rows)
    {
        ZeroCountPolicy policy = ZeroCountPolicy.ZeroWeight;
        List<WeightScheme> schemes =
        [
            Of("balanced", counts, rows, null, policy),
            Of("power", counts, rows, 0.5, policy),
            Of("effective-number", counts, rows, 0.999, policy),
            Of("median-frequency", counts, rows, null, policy),
            Of("repeat-factor", counts, rows, 0.001, policy),
        ];
        if (counts.EmptyClasses.Count == 0)
        {
            schemes.Add(Of("logit-priors", counts, rows, 1, policy));
        }

        return schemes;
    }

    /// <summary>The weights of one scheme.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="counts">The rows with each class.</param>
    /// <param name="rows">The rows: of several labels a row, fewer than the labels.</param>
    /// <param name="parameter">The exponent, beta, threshold or tau; null for the usual one.</param>
    /// <param name="policy">What happens to classes without rows.</param>
    public static WeightScheme Of(string name, ClassCounts counts, long rows, double? parameter, ZeroCountPolicy policy)
    {
        string suffix = policy == ZeroCountPolicy.Throw ? "" : $", ZeroCountPolicy.{(policy == ZeroCountPolicy.ZeroWeight ? "ZeroWeight" : string.Create(CultureInfo.InvariantCulture, $"Smooth({policy.Alpha})"))}";
        string Number(double usual) => (parameter ?? usual).ToString("R", CultureInfo.InvariantCulture);
        return name switch
        {
            "balanced" => new(name, $"ClassWeights.Balanced(counts{suffix})", ClassWeights.Balanced(counts, policy).Values.ToArray()),
            "inverse-frequency" => new(name, $"ClassWeights.InverseFrequency(counts{suffix})", ClassWeights.InverseFrequency(counts, policy).Values.ToArray()),
            "power" => new($"{name} {Number(0.5)}", $"ClassWeights.Power(counts, {Number(0.5)}{suffix})", ClassWeights.Power(counts, parameter ?? 0.5, policy).Values.ToArray()),
            "effective-number" => new($"{name} {Number(0.999)}", $"ClassWeights.EffectiveNumber(counts, {Number(0.999)}{suffix})", ClassWeights.EffectiveNumber(counts, parameter ?? 0.999, policy).Values.ToArray()),
            "median-frequency" => new(name, $"ClassWeights.MedianFrequency(counts{suffix})", ClassWeights.MedianFrequency(counts, policy).Values.ToArray()),
            "repeat-factor" => new(
                $"{name} {Number(0.001)}",
                string.Create(CultureInfo.InvariantCulture, $"ClassWeights.RepeatFactor(counts, {rows}, {Number(0.001)}{suffix})"),
                ClassWeights.RepeatFactor(counts, rows, parameter ?? 0.001, policy).Values.ToArray()),
            "logit-priors" => new($"{name} {Number(1)}", $"LogitPriors.Of(counts, {Number(1)}{suffix})", LogitPriors.Of(counts, parameter ?? 1, policy).Values.ToArray()),
            _ => throw new ArgumentException($"There is no weighting scheme '{name}'. There are: {string.Join(", ", Names)}."),
        };
    }
}
