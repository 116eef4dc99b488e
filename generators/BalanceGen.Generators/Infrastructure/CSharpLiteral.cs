using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Infrastructure;

/// <summary>Values as C# source: the same text in every culture, and the same value when compiled.</summary>
internal static class CSharpLiteral
{
    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A whole number between the least <see cref="long"/> and the greatest <see cref="ulong"/>, without a suffix.</summary>
    public static string OfWhole(decimal value) => value.ToString("0", CultureInfo.InvariantCulture);

    /// <summary>A finite number with all its digits, without a suffix.</summary>
    public static string Of(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Of(string value) => IsPlain(value) ? $"\"{value}\"" : SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>
    /// Whether no character needs an escape. Roslyn checks a string character by character, and for the tables of samplers that costs more than computing the tables.
    /// </summary>
    private static bool IsPlain(string value)
    {
        foreach (char character in value)
        {
            if (character is < ' ' or > '~' or '"' or '\\')
            {
                return false;
            }
        }

        return true;
    }
}
