using System.Runtime.CompilerServices;

namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>The positions of the declared labels of a model by name and by value.</summary>
/// <remarks>Found once for a model: a type may have an attribute for each of its thousands of labels.</remarks>
internal sealed class LabelPositions
{
    private const int None = -1;

    private static readonly ConditionalWeakTable<LabelModel, LabelPositions> Known = new();

    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<decimal, int> _values = [];

    private LabelPositions(LabelModel label)
    {
        for (int index = 0; index < label.ClassCount; index++)
        {
            _names.Add(label is TextLabelModel text ? TextLabelKind.Key(text.Names[index], text.Comparison) : label.ClassName(index), index);
            if (Value(label, index) is { } value)
            {
                _values.Add(value, index);
            }
        }
    }

    public static LabelPositions Of(LabelModel label) => Known.GetValue(label, model => new LabelPositions(model));

    /// <summary>The position of a label by its name, for text as its comparison makes it; −1 if it is none of them.</summary>
    public int OfName(string name) => _names.TryGetValue(name, out int index) ? index : None;

    /// <summary>The position of an enum member or a listed constant by its value; −1 if it is none of them.</summary>
    public int OfValue(decimal value) => _values.TryGetValue(value, out int index) ? index : None;

    private static decimal? Value(LabelModel label, int index) => label switch
    {
        EnumLabelModel model => model.Classes[index].Value,
        ConstantLabelModel model => model.Classes[index].Value,
        _ => null,
    };
}
