using System.Globalization;
using Digits.Measuring;

namespace Digits.Reports;

/// <summary>Numbers as they are printed, the same in every culture.</summary>
public static class Cell
{
    /// <summary>An integer.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number with a fixed number of decimals.</summary>
    public static string Number(double value, int decimals) => value.ToString("F" + decimals, CultureInfo.InvariantCulture);

    /// <summary>A share as a percentage.</summary>
    public static string Percent(double share, int decimals = 1) => Number(100 * share, decimals) + " %";

    /// <summary>A mean with the standard deviation.</summary>
    public static string MeanAndDeviation(Statistic statistic, int decimals) =>
        $"{Number(statistic.Mean, decimals)} ± {Number(statistic.StandardDeviation, decimals)}";

    /// <summary>A bar of a fixed width of which a share is filled.</summary>
    public static string Bar(double share, int width)
    {
        int filled = (int)Math.Round(share * width, MidpointRounding.AwayFromZero);
        return new string('█', filled) + new string('░', width - filled);
    }

    /// <summary>A batch as a bar, two characters a row, with the number of its rare rows.</summary>
    public static string Batch(int rareRows, int batchSize) => $"{Bar((double)rareRows / batchSize, 2 * batchSize)} {rareRows,2}";
}
