namespace BalanceGen.Tool.Output;

/// <summary>A field of a CSV file.</summary>
internal static class CsvField
{
    /// <summary>The text, in quotes where it needs them.</summary>
    public static string Of(string text) =>
        text.AsSpan().IndexOfAny("\",;\t\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
