namespace BalanceGen.Generators.CountFiles;

/// <summary>
/// The text of a count: ASCII digits, with spaces or tabs around them, and with ".0" behind them if need be, which pandas
/// writes once a missing class was filled with zero. Other decimals are refused even where they are zeros: "1.000" is a
/// thousand in half of the world.
/// </summary>
internal static class CountLiteral
{
    /// <summary>Whether the text is meant as a number, right or wrong. It is if a digit comes first, after an optional sign and decimal mark.</summary>
    public static bool IsMeantAsNumber(string text)
    {
        string trimmed = text.Trim(' ', '\t');
        int start = 0;
        if (start < trimmed.Length && trimmed[start] is '-' or '+' or '−')
        {
            start++;
        }

        if (start < trimmed.Length && trimmed[start] is '.' or ',')
        {
            start++;
        }

        return start < trimmed.Length && IsDigit(trimmed[start]);
    }

    /// <summary>Reads a count. The problem is null if the text is a count.</summary>
    public static ClassCountProblemKind? Parse(string text, out long count)
    {
        count = 0;
        string trimmed = text.Trim(' ', '\t');
        if (trimmed.Length > 0 && trimmed[0] is '-' or '−')
        {
            string magnitude = trimmed.Substring(1);
            return IsDigits(magnitude) || IsDecimal(magnitude)
                ? ClassCountProblemKind.NegativeCount
                : ClassCountProblemKind.MalformedCount;
        }

        string digits = trimmed.EndsWith(".0", System.StringComparison.Ordinal) ? trimmed.Substring(0, trimmed.Length - 2) : trimmed;
        if (IsDigits(digits))
        {
            return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out count) ? null : ClassCountProblemKind.OverflowingCount;
        }

        return IsDecimal(trimmed) && !IsGrouped(trimmed)
            ? ClassCountProblemKind.FractionalCount
            : ClassCountProblemKind.MalformedCount;
    }

    private static bool IsDecimal(string text)
    {
        int mark = text.IndexOfAny(['.', ',']);
        return mark >= 0
            && text.Length > 1
            && (mark == 0 || IsDigits(text.Substring(0, mark)))
            && (mark == text.Length - 1 || IsDigits(text.Substring(mark + 1)));
    }

    /// <summary>Whether the text is like "1.234" or "1,234", in which the mark may be a thousands separator or a decimal mark.</summary>
    private static bool IsGrouped(string text) => text[0] != '0' && text.Length is >= 5 and <= 7 && text[text.Length - 4] is '.' or ',';

    private static bool IsDigits(string text)
    {
        foreach (char character in text)
        {
            if (!IsDigit(character))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
