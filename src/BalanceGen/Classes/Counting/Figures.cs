namespace BalanceGen.Classes;

/// <summary>Figures as tables show them, the same in every culture.</summary>
internal static class Figures
{
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Percent(double share, string format = "F1") => $"{(100 * share).ToString(format, CultureInfo.InvariantCulture)} %";
}
