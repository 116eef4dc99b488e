namespace BalanceGen.Generators.CountFiles;

/// <summary>
/// Which class a label of a file means: a declared label first, as its class name, another name of it, or its value, and what the record makes of it; then the
/// name of a merged class.
/// </summary>
internal sealed class LabelLookup
{
    private const NumberStyles Whole = NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    private readonly LabelModel _label;
    private readonly LabelModel _plain;
    private readonly Dictionary<string, int> _names;
    private readonly Dictionary<string, int> _plainNames;
    private readonly Dictionary<decimal, int> _values = [];

    public LabelLookup(LabelModel label)
    {
        _label = label is MultiLabelModel several ? several.Labels : label;
        _plain = _label.WithoutRules();
        _names = Names(_label, StringComparer.Ordinal, name => name);
        _plainNames = _plain is TextLabelModel { Comparison: not LabelComparison.Ordinal } text
            ? Names(_plain, Comparer(text), name => Prepared(name, text))
            : Names(_plain, StringComparer.Ordinal, name => name);
        if (_plain is EnumLabelModel members)
        {
            for (int index = 0; index < members.ClassCount; index++)
            {
                _values.Add(members.Classes[index].Value, index);
                foreach (string alias in members.Classes[index].Aliases)
                {
                    _plainNames.Add(alias, index);
                }
            }
        }
        else if (_plain is ConstantLabelModel constants)
        {
            for (int index = 0; index < constants.ClassCount; index++)
            {
                _values.Add(constants.Classes[index].Value, index);
            }
        }
    }

    /// <summary>
    /// The class index, <see cref="RuledLabelModel.Ignored"/> for a label that the record ignores, or −1 if the label is none of the classes.
    /// </summary>
    public int IndexOf(string text)
    {
        int plain = PlainIndexOf(text);
        return plain >= 0 ? _label.ClassOf(plain)
            : _names.TryGetValue(text, out int index) ? index : -1;
    }

    private int PlainIndexOf(string text)
    {
        if (_plainNames.TryGetValue(_plain is TextLabelModel label ? Prepared(text, label) : text, out int index))
        {
            return index;
        }

        return _plain switch
        {
            // A database column may hold the number of an enum member or of a listed constant instead of the name of its class.
            EnumLabelModel => IndexOfValue(text, Whole),
            ConstantLabelModel { Type: "char" } => -1,
            ConstantLabelModel { Type: "decimal" } => IndexOfValue(text, Whole | NumberStyles.AllowDecimalPoint),
            ConstantLabelModel => IndexOfValue(text, Whole),
            IntegerLabelModel range => IsNumber(text, Whole, out decimal number) && number >= range.Min && number <= range.Max ? (int)(number - range.Min) : -1,
            BooleanLabelModel => IndexOfBoolean(text),
            _ => -1,
        };
    }

    private int IndexOfValue(string text, NumberStyles style) =>
        IsNumber(text, style, out decimal value) && _values.TryGetValue(value, out int index) ? index : -1;

    /// <summary>Python writes True, SQL writes 1 or t.</summary>
    private static int IndexOfBoolean(string text) => text.ToLowerInvariant() switch
    {
        "false" or "0" or "f" => 0,
        "true" or "1" or "t" => 1,
        _ => -1,
    };

    private static bool IsNumber(string text, NumberStyles style, out decimal number) =>
        decimal.TryParse(text, style, CultureInfo.InvariantCulture, out number);

    /// <summary>A label in the form in which the library compares labels, also the declared ones.</summary>
    private static string Prepared(string text, TextLabelModel label) => label.Comparison.HasFlag(LabelComparison.Trim) ? text.Trim() : text;

    private static StringComparer Comparer(TextLabelModel label) =>
        label.Comparison.HasFlag(LabelComparison.IgnoreCase) ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private static Dictionary<string, int> Names(LabelModel label, StringComparer comparer, Func<string, string> prepare)
    {
        var names = new Dictionary<string, int>(comparer);
        for (int index = 0; index < label.ClassCount; index++)
        {
            names[prepare(label.ClassName(index))] = index;
        }

        return names;
    }
}
