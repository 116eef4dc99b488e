namespace BalanceGen.Tool.Output;

/// <summary>Numbers as people read them, the same in every culture.</summary>
internal static class Figures
{
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A share in percent, with as many decimals as a rare class needs.</summary>
    public static string Percent(double share) => share switch
    {
        0 => "0 %",
        < 0.0001 => string.Create(CultureInfo.InvariantCulture, $"{100 * share:G2} %"),
        < 0.001 => string.Create(CultureInfo.InvariantCulture, $"{100 * share:F3} %"),
        < 0.01 => string.Create(CultureInfo.InvariantCulture, $"{100 * share:F2} %"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{100 * share:F1} %"),
    };

    /// <summary>A ratio to one.</summary>
    public static string Ratio(double ratio) => ratio >= 10
        ? string.Create(CultureInfo.InvariantCulture, $"{ratio:N0} : 1")
        : string.Create(CultureInfo.InvariantCulture, $"{ratio:0.##} : 1");

    /// <summary>Four significant digits.</summary>
    public static string Number(double number) => Math.Abs(number) switch
    {
        0 => "0",
        >= 1_000_000 => number.ToString("0.###e+0", CultureInfo.InvariantCulture),
        >= 1000 => number.ToString("N0", CultureInfo.InvariantCulture),
        >= 100 => number.ToString("0.#", CultureInfo.InvariantCulture),
        >= 10 => number.ToString("0.##", CultureInfo.InvariantCulture),
        >= 0.1 => number.ToString("0.####", CultureInfo.InvariantCulture),
        _ => number.ToString("G4", CultureInfo.InvariantCulture),
    };

    public static string Epochs(double? epochs) => epochs is { } number ? number.ToString(number < 100 ? "0.##" : "N0", CultureInfo.InvariantCulture) : "never";

    public static string Plural(long count, string one, string many) => $"{Count(count)} {(count == 1 ? one : many)}";
}
