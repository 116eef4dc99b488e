namespace BalanceGen.Generators.Emit.Labels;

/// <summary>Integer labels.</summary>
internal sealed class IntegerLabelWriter : LabelWriter
{
    private readonly IntegerLabelModel _label;

    public IntegerLabelWriter(IntegerLabelModel label) => _label = label;

    public override void WriteClassSet(SourceWriter writer) => writer.Line(
        $"public static global::BalanceGen.ClassSet Set {{ get; }} = global::BalanceGen.ClassSet.Range({CSharpLiteral.OfWhole(_label.Min)}, {CSharpLiteral.OfWhole(_label.Max)});");

    public override void WriteFind(SourceWriter writer, string name) =>
        WriteFindByOffset(writer, name, _label.ClassCount, _label.Type, _label.Kind, _label.Min, isEnum: false);

    public override string Describe(string label) => $"{label}.ToString(global::System.Globalization.CultureInfo.InvariantCulture)";
}
