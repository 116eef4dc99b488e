namespace BalanceGen.Generators.Emit.Labels;

/// <summary>The rules for missing, ignored and merged labels, on top of the label's own writer.</summary>
internal sealed class RuledLabelWriter(RuledLabelModel model) : LabelWriter
{
    private const string FindLabel = nameof(FindLabel);
    private const string NoneHot = "global::BalanceGen.Classes.OneHot.NoneHot";
    private const int NumbersPerLine = 24;

    private readonly LabelWriter _labels = Of(model.Labels);

    public override bool HasUnknownLabels =>
        _labels.HasUnknownLabels || model.ClassOfLabel.Contains(RuledLabelModel.Ignored) || (model.CanBeNull && model.MissingClass < 0);

    public override bool HasIgnoredLabels =>
        _labels.HasIgnoredLabels || model.ClassOfLabel.Contains(RuledLabelModel.Ignored) || (CanBeMissing && model.MissingClass == RuledLabelModel.Ignored);

    private bool IsMapped => model.ClassOfLabel.Count > 0;

    private bool CanBeMissing => model.CanBeNull || model.IsEmptyMissing || model.Labels is VectorLabelModel;

    public override void WriteClassSet(SourceWriter writer)
    {
        if (IsMapped)
        {
            WriteClassSet(writer, model.Names);
        }
        else
        {
            _labels.WriteClassSet(writer);
        }
    }

    public override void WriteFind(SourceWriter writer, string name)
    {
        writer.Line("/// <summary>The class index of a label, -1 if it is none of the classes, or -2 if it is ignored.</summary>");
        using (writer.Block($"private static int {name}({model.Type} label)"))
        {
            writer.Line($"int found = {Found()};");
            if (IsMapped && CanBeMissing)
            {
                writer.If("found >= 0", "return ClassOfLabel[found];");
                writer.Line();
            }

            writer.Line(CanBeMissing
                ? $"return found == {NoneHot} ? {CSharpLiteral.Of(model.MissingClass)} : found;"
                : "return found < 0 ? found : ClassOfLabel[found];");
        }

        writer.Line();
        if (IsMapped)
        {
            WriteClassOfLabel(writer);
        }

        _labels.WriteFind(writer, FindLabel);
    }

    public override string Describe(string label) => !model.CanBeNull || model.Labels is TextLabelModel
        ? _labels.Describe(label)
        : $"({label}) is {{ }} value ? {_labels.Describe("value")} : \"(null)\"";

    private string Found() => model.IsEmptyMissing ? $"label.IsEmpty ? {NoneHot} : {FindLabel}(label)"
        : model.CanBeNull ? $"label is {{ }} value ? {FindLabel}(value) : {NoneHot}"
        : $"{FindLabel}(label)";

    private void WriteClassOfLabel(SourceWriter writer)
    {
        writer.Line("""
            /// <summary>For each declared label its class index, or -2 if it is ignored.</summary>
            private static readonly int[] ClassOfLabel =
            [
            """);
        writer.Items([.. model.ClassOfLabel.Select(CSharpLiteral.Of)], NumbersPerLine);
        writer.Line("""
            ];

            """);
    }
}
