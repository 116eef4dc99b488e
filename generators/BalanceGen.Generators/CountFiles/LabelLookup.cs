using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BalanceGen.Generators.Model;

namespace BalanceGen.Generators.CountFiles;

/// <summary>Which class a label of a file means.</summary>
internal sealed class LabelLookup
{
    private readonly LabelModel _label;
    private readonly LabelModel _plain;
    private readonly Dictionary<string, int> _names;
    private readonly Dictionary<string, int> _plainNames;
    private readonly Dictionary<decimal, int> _values = [];

    public LabelLookup(LabelModel label)
    {
        _label = label;
        _plain = label is RuledLabelModel ruled ? ruled.Labels : label;
        _names = Names(label);
        _plainNames = Names(_plain);
        if (_plain is EnumLabelModel values)
        {
            for (int index = 0; index < values.ClassCount; index++)
            {
                _values[values.Classes[index].Value] = index;
            }
        }
    }

    /// <summary>
    /// The class index, <see cref="RuledLabelModel.Ignored"/> for a label that the record ignores, or −1 if the label is none of the classes.
    /// </summary>
    public int IndexOf(string text)
    {
        int plain = PlainIndexOf(text);
        return _label is RuledLabelModel ruled && plain >= 0 ? ruled.ClassOf(plain)
            : plain >= 0 ? plain
            : _names.TryGetValue(text, out int index) ? index : -1;
    }

    private int PlainIndexOf(string text)
    {
        if (_plainNames.TryGetValue(text, out int index))
        {
            return index;
        }

        return _plain switch
        {
            // A database column holds the enum's number.
            EnumLabelModel => IsWhole(text, out decimal value) && _values.TryGetValue(value, out index) ? index : -1,
            IntegerLabelModel range => IsWhole(text, out decimal number) && number >= range.Min && number <= range.Max ? (int)(number - range.Min) : -1,
            BooleanLabelModel => IndexOfBoolean(text),
            TextLabelModel { Comparison: not LabelComparison.Ordinal } label => IndexOfText(text, label.Comparison),
            _ => -1,
        };
    }

    private int IndexOfText(string text, LabelComparison comparison)
    {
        string wanted = comparison.HasFlag(LabelComparison.Trim) ? text.Trim() : text;
        StringComparison rule = comparison.HasFlag(LabelComparison.IgnoreCase) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return _plainNames.Where(name => string.Equals(name.Key, wanted, rule)).Select(name => name.Value).DefaultIfEmpty(-1).First();
    }

    /// <summary>Python writes True, SQL writes 1 or t.</summary>
    private static int IndexOfBoolean(string text) => text.ToLowerInvariant() switch
    {
        "false" or "0" or "f" => 0,
        "true" or "1" or "t" => 1,
        _ => -1,
    };

    private static bool IsWhole(string text, out decimal number) => decimal.TryParse(
        text,
        NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
        CultureInfo.InvariantCulture,
        out number);

    private static Dictionary<string, int> Names(LabelModel label)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int index = 0; index < label.ClassCount; index++)
        {
            names[label.ClassName(index)] = index;
        }

        return names;
    }
}
