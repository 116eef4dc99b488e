namespace BalanceGen.Tool.Projects;

/// <summary>
/// The label of the record: an enum if every class is an identifier, an integer if every class is one, and otherwise text. With several
/// labels a row, a list of texts.
/// </summary>
/// <param name="Type">The member's type.</param>
/// <param name="Attribute">The attribute that makes it the label.</param>
/// <param name="Declaration">The enum; empty where there is none.</param>
/// <param name="Parse">An expression that makes it from the text in the variable "text".</param>
internal sealed record LabelMember(string Type, string Attribute, string Declaration, string Parse)
{
    private const int MostMembers = 256;
    private const int ClassesOnALine = 6;

    /// <summary>Whether a row has several labels.</summary>
    public bool IsSet { get; private init; }

    /// <summary>The label of rows with several labels, which are one cell of the file.</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="separator">What stands between the labels of a cell.</param>
    public static LabelMember OfSet(ClassSet classes, string separator) => new(
        "string[]",
        $"[ClassLabel({Wrapped(classes.Names.ToArray().Select(CSharpName.Literal), ClassesOnALine)}, Encoding = LabelEncoding.Set)]",
        "",
        $"text.Split({CSharpName.Literal(separator)}, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)")
    {
        IsSet = true,
    };

    public static LabelMember Of(ClassSet classes, string enumName)
    {
        string[] names = classes.Names.ToArray();
        if (names.Length <= MostMembers && names.All(CSharpName.IsIdentifier))
        {
            string members = string.Concat(names.Select(name => $"    {CSharpName.Escaped(name)},\n"));
            string arms = string.Concat(names.Select(name => $"        {CSharpName.Literal(name)} => {enumName}.{CSharpName.Escaped(name)},\n"));
            return new LabelMember(
                enumName,
                "[ClassLabel]",
                $"/// <summary>The classes, in the order of their class indices.</summary>\npublic enum {enumName}\n{{\n{members}}}\n",
                $"text switch\n    {{\n{arms}        _ => throw new InvalidDataException($\"'{{text}}' is no class.\"),\n    }}");
        }

        if (names.All(IsInteger))
        {
            long[] values = [.. names.Select(name => long.Parse(name, CultureInfo.InvariantCulture))];
            string type = values.All(value => value is >= int.MinValue and <= int.MaxValue) ? "int" : "long";
            bool isRange = values.Zip(values.Skip(1)).All(pair => pair.Second == pair.First + 1);
            string attribute = isRange
                ? string.Create(CultureInfo.InvariantCulture, $"[ClassLabel(Min = {values[0]}, Max = {values[^1]})]")
                : $"[ClassLabel(Values = [{Wrapped(values.Select(value => value.ToString(CultureInfo.InvariantCulture)), 12)}])]";
            return new LabelMember(type, attribute, "", $"{type}.Parse(text, CultureInfo.InvariantCulture)");
        }

        return new LabelMember("string", $"[ClassLabel({Wrapped(names.Select(CSharpName.Literal), ClassesOnALine)})]", "", "text");
    }

    /// <summary>Digits as they are written back: no sign but a minus, no leading zero.</summary>
    private static bool IsInteger(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) && value.ToString(CultureInfo.InvariantCulture) == text;

    private static string Wrapped(IEnumerable<string> items, int onALine)
    {
        string[][] lines = [.. items.Chunk(onALine)];
        return lines.Length == 1 ? string.Join(", ", lines[0]) : "\n        " + string.Join(",\n        ", lines.Select(line => string.Join(", ", line)));
    }
}
