namespace BalanceGen.Generators.Emit.Labels;

/// <summary>Integer labels.</summary>
internal sealed class IntegerLabelWriter(IntegerLabelModel model) : LabelWriter
{
    public override void WriteClassSet(SourceWriter writer) => writer.Line(
        $"public static global::BalanceGen.ClassSet Set {{ get; }} = global::BalanceGen.ClassSet.Range({CSharpLiteral.OfWhole(model.Min)}, {CSharpLiteral.OfWhole(model.Max)});");

    public override void WriteFind(SourceWriter writer, string name) =>
        WriteFindByOffset(writer, name, model.ClassCount, model.Type, model.Kind, model.Min, isEnum: false);

    public override string Describe(string label) => $"{label}.ToString(global::System.Globalization.CultureInfo.InvariantCulture)";
}
