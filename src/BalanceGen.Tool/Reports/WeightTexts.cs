namespace BalanceGen.Tool.Reports;

/// <summary>Weights as they are pasted into code. Numbers keep every digit.</summary>
internal static class WeightTexts
{
    public static IEnumerable<(string Language, string Code)> Of(ClassSet classes, WeightScheme scheme)
    {
        yield return ("C#", CSharp(classes, scheme));
        yield return ("Python", Python(classes, scheme));
        yield return ("JSON", Json(classes, scheme));
    }

    public static string CSharp(ClassSet classes, WeightScheme scheme)
    {
        var text = new StringBuilder("double[] classWeights =\n[\n");
        for (int index = 0; index < classes.Count; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {Number(scheme.Values[index])},   // {OneLine(classes[index])}\n");
        }

        return text.Append("];").ToString();
    }

    public static string Python(ClassSet classes, WeightScheme scheme)
    {
        var text = new StringBuilder("class_weight = {\n");
        for (int index = 0; index < classes.Count; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {index}: {Number(scheme.Values[index])},  # {OneLine(classes[index])}\n");
        }

        return text.Append('}').ToString();
    }

    public static string Json(ClassSet classes, WeightScheme scheme)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int index = 0; index < classes.Count; index++)
        {
            values[classes[index]] = scheme.Values[index];
        }

        return JsonTexts.Write(new { scheme = scheme.Name, weights = values });
    }

    private static string Number(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    /// <summary>A comment ends with its line, whatever the class is called.</summary>
    private static string OneLine(string name) => string.Concat(name.Select(character =>
        char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character));
}
