namespace BalanceGen.Generators.ClassLists;

/// <summary>Makes a label of the classes that a file lists: text by its names, integers by the numbers that it gives or that the names are.</summary>
internal static class FileLabel
{
    /// <summary>The label without rules, or why the classes do not fit its type.</summary>
    public static (LabelModel? Label, string? Problem) Of(FileLabelModel label, IReadOnlyList<ListedClass> classes) =>
        label.Text is { } form ? OfText(label, form, classes) : OfIntegers(label, classes);

    private static (LabelModel? Label, string? Problem) OfText(FileLabelModel label, TextForm form, IReadOnlyList<ListedClass> classes)
    {
        var names = new EquatableArray<string>(classes.Select(item => item.Name));
        if (label.Comparison == LabelComparison.Ordinal)
        {
            return (new TextLabelModel(label.Type, form, label.Comparison, names), null);
        }

        var known = new Dictionary<string, ListedClass>(StringComparer.Ordinal);
        foreach (ListedClass item in classes)
        {
            string key = Parsing.Labels.TextLabelKind.Key(item.Name, label.Comparison);
            if (key.Length == 0)
            {
                return (null, At(item, "the name is only white space, which the comparison trims"));
            }

            if (known.TryGetValue(key, out ListedClass? first))
            {
                return (null, At(item, $"'{Excerpt(item)}' and '{Excerpt(first)}' on line {CSharpLiteral.Of(first.Line)} are the same by the comparison"));
            }

            known.Add(key, item);
        }

        return (new TextLabelModel(label.Type, form, label.Comparison, names), null);
    }

    private static (LabelModel? Label, string? Problem) OfIntegers(FileLabelModel label, IReadOnlyList<ListedClass> classes)
    {
        var constants = new ConstantClass[classes.Count];
        var lines = new Dictionary<decimal, int>();
        bool areConsecutive = true;
        for (int index = 0; index < constants.Length; index++)
        {
            ListedClass item = classes[index];
            if (!TryNumber(item, out decimal value))
            {
                return (null, At(item, $"'{Excerpt(item)}' is no whole number, and the label is '{label.Type}'"));
            }

            string digits = CSharpLiteral.OfWhole(value);
            if (value < label.Min || value > label.Max)
            {
                return (null, At(item, $"'{label.Type}' has no value {digits}"));
            }

            if (lines.TryGetValue(value, out int first))
            {
                return (null, At(item, $"the label {digits} is already on line {CSharpLiteral.Of(first)}"));
            }

            lines.Add(value, item.Line);
            constants[index] = new ConstantClass(item.Id is null ? digits : item.Name, digits, value);
            areConsecutive = areConsecutive && item.Id is null && value == constants[0].Value + index;
        }

        // A range has its offset for a lookup and needs no names.
        return areConsecutive && constants[constants.Length - 1].Value <= long.MaxValue
            ? (new IntegerLabelModel(label.Type, label.Integer, (long)constants[0].Value, (long)constants[constants.Length - 1].Value), null)
            : (new ConstantLabelModel(label.Type, new EquatableArray<ConstantClass>(constants)), null);
    }

    private static bool TryNumber(ListedClass item, out decimal value)
    {
        value = item.Id ?? 0;
        return item.Id is not null
            || decimal.TryParse(item.Name, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out value);
    }

    private static string Excerpt(ListedClass item) => ClassCountProblem.Excerpt(item.Name);

    private static string At(ListedClass item, string problem) => $"line {CSharpLiteral.Of(item.Line)}: {problem}";
}
