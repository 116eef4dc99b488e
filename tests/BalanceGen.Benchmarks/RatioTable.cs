using System.Globalization;
using System.Text;

namespace BalanceGen.Benchmarks;

/// <summary>How many times the others take for an item, beside the case of ours that does the same; in aligned columns.</summary>
internal static class RatioTable
{
    public static string Of(int rows, int classes, IComparisonCase[] cases)
    {
        List<string[]> lines = [[Text($"{rows} rows, {classes} classes"), "ns", "beside", "ns", "times"]];
        foreach (IComparisonCase other in cases)
        {
            int colon = other.Name.IndexOf(':', StringComparison.Ordinal);
            if (colon >= 0 && Array.Find(cases, item => item.Name == other.Name[..colon]) is { } ours)
            {
                lines.Add([ours.Name, Text($"{ours.Nanoseconds:F2}"), other.Name[(colon + 1)..], Text($"{other.Nanoseconds:F2}"), Text($"{other.Nanoseconds / ours.Nanoseconds:F2}")]);
            }
        }

        int[] widths = [.. Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length))];
        var text = new StringBuilder();
        foreach (string[] line in lines)
        {
            // Names to the left, numbers to the right.
            text.AppendLine(string.Join("  ", line.Select((cell, column) => column is 0 or 2 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
        }

        return text.ToString();
    }

    private static string Text(FormattableString value) => value.ToString(CultureInfo.InvariantCulture);
}
