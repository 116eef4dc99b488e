namespace BalanceGen.Generators.Emit.Labels;

/// <summary>
/// Writes code for enum labels: a subtraction if the values are consecutive, otherwise a switch, or the library's lookup if there are too many values for a switch.
/// </summary>
internal sealed class EnumLabelWriter : LabelWriter
{
    private readonly EnumLabelModel _label;

    public EnumLabelWriter(EnumLabelModel label) => _label = label;

    public override void WriteClassSet(SourceWriter writer) => WriteClassSet(writer, _label.Classes.Select(item => item.Name));

    public override void WriteFind(SourceWriter writer, string name)
    {
        if (_label.IsContiguous)
        {
            WriteFindByOffset(writer, name, _label.ClassCount, _label.Type, _label.Underlying, _label.Classes[0].Value, isEnum: true);
        }
        else
        {
            WriteFindByConstants(writer, name, _label.Type, [.. _label.Classes.Select(item => item.Constant)]);
        }
    }

    public override string Describe(string label) => $"{label}.ToString()";
}
