namespace BalanceGen.Generators.Emit.Labels;

/// <summary>
/// Writes code for enum labels: a subtraction if the values are consecutive, otherwise a switch, or the library's lookup if there are too many values for a switch.
/// </summary>
internal sealed class EnumLabelWriter(EnumLabelModel model) : LabelWriter
{
    public override void WriteClassSet(SourceWriter writer) => WriteClassSet(writer, model.Classes.Select(item => item.Name));

    public override void WriteFind(SourceWriter writer, string name)
    {
        if (model.IsContiguous)
        {
            WriteFindByOffset(writer, name, model.ClassCount, model.Type, model.Underlying, model.Classes[0].Value, isEnum: true);
        }
        else
        {
            WriteFindByConstants(writer, name, model.Type, [.. model.Classes.Select(item => item.Constant)]);
        }
    }

    public override string Describe(string label) => $"{label}.ToString()";
}
