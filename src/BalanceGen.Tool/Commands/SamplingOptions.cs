namespace BalanceGen.Tool.Commands;

/// <summary>The options of policies and targets that several commands have.</summary>
internal static class SamplingOptions
{
    public static Option<long> Seed() => new("--seed") { Description = "The seed. The library gives the same rows for it.", HelpName = "number", DefaultValueFactory = _ => 42 };

    public static Option<string> ZeroCounts() => new("--zero-counts")
    {
        Description = "What a class without rows means: throw, zero-weight, or smooth:ALPHA.",
        HelpName = "policy",
        DefaultValueFactory = _ => "throw",
    };

    public static Option<string> Target() => new("--target")
    {
        Description = "The shares to draw: uniform, square-root, as-source, power:Q, or shares a,b,c in the order of the classes.",
        HelpName = "target",
        DefaultValueFactory = _ => "uniform",
    };

    public static Option<RareClassPolicy> RareClasses() => new("--rare-classes")
    {
        Description = "Classes with too few rows for every subset: Throw, KeepInTrain or Spread.",
        DefaultValueFactory = _ => RareClassPolicy.Throw,
    };

    public static ZeroCountPolicy PolicyOf(string text) => text switch
    {
        "throw" => ZeroCountPolicy.Throw,
        "zero-weight" => ZeroCountPolicy.ZeroWeight,
        _ when text.StartsWith("smooth:", StringComparison.Ordinal) && TryNumber(text[7..], out double alpha) => ZeroCountPolicy.Smooth(alpha),
        _ => throw new ArgumentException($"'{text}' is no policy: use throw, zero-weight or smooth:ALPHA."),
    };

    public static TargetDistribution TargetOf(string text) => text switch
    {
        "uniform" => TargetDistribution.Uniform,
        "square-root" => TargetDistribution.SquareRoot,
        "as-source" => TargetDistribution.AsSource,
        _ when text.StartsWith("power:", StringComparison.Ordinal) && TryNumber(text[6..], out double exponent) => TargetDistribution.Power(exponent),
        _ => TargetDistribution.Of([.. Numbers(text)]),
    };

    /// <summary>The target as it is written in C#.</summary>
    public static string TargetCode(string text) => text switch
    {
        "uniform" => "TargetDistribution.Uniform",
        "square-root" => "TargetDistribution.SquareRoot",
        "as-source" => "TargetDistribution.AsSource",
        _ when text.StartsWith("power:", StringComparison.Ordinal) => $"TargetDistribution.Power({text[6..]})",
        _ => $"TargetDistribution.Of({string.Join(", ", text.Split(',', StringSplitOptions.TrimEntries))})",
    };

    private static double[] Numbers(string text) =>
    [
        .. text.Split(',', StringSplitOptions.TrimEntries).Select(part => TryNumber(part, out double number)
            ? number
            : throw new ArgumentException($"'{text}' is no target: use uniform, square-root, as-source, power:Q, or shares with commas between them.")),
    ];

    private static bool TryNumber(string text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
