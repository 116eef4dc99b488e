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

    public static string CSharp(ClassSet classes, WeightScheme scheme) =>
        "double[] classWeights =\n[\n" + string.Concat(scheme.Values.Select((value, index) => $"    {Number(value)},   // {OneLine(classes[index])}\n")) + "];";

    public static string Python(ClassSet classes, WeightScheme scheme) =>
        "class_weight = {\n" + string.Concat(scheme.Values.Select((value, index) => $"    {index}: {Number(value)},  # {OneLine(classes[index])}\n")) + "}";

    public static string Json(ClassSet classes, WeightScheme scheme) => JsonTexts.Write(new
    {
        scheme = scheme.Name,
        weights = classes.Names.ToArray().Zip(scheme.Values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal),
    });

    private static string Number(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    /// <summary>A comment ends with its line, whatever the class is called.</summary>
    private static string OneLine(string name) => string.Concat(name.Select(character =>
        char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character));
}
