namespace BalanceGen.Generators.Emit.Labels;

/// <summary>Writes code for labels of listed constants: a switch, or the library's lookup if there are too many for a switch.</summary>
internal sealed class ConstantLabelWriter(ConstantLabelModel model) : LabelWriter
{
    public override void WriteClassSet(SourceWriter writer) => WriteClassSet(writer, model.Classes.Select(item => item.Name));

    public override void WriteFind(SourceWriter writer, string name) =>
        WriteFindByConstants(writer, name, model.Type, [.. model.Classes.Select(item => item.Constant)]);

    public override string Describe(string label) => $"{label}.ToString(global::System.Globalization.CultureInfo.InvariantCulture)";
}
