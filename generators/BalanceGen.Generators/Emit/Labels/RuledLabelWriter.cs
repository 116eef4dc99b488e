namespace BalanceGen.Generators.Emit.Labels;

/// <summary>The rules for missing, ignored and merged labels, on top of the label's own writer.</summary>
internal sealed class RuledLabelWriter : LabelWriter
{
    private const string FindLabel = nameof(FindLabel);
    private const string NoneHot = "global::BalanceGen.Classes.OneHot.NoneHot";
    private const int NumbersPerLine = 24;

    private readonly RuledLabelModel _label;
    private readonly LabelWriter _labels;

    public RuledLabelWriter(RuledLabelModel label)
    {
        _label = label;
        _labels = Of(label.Labels);
    }

    public override bool HasUnknownLabels =>
        _labels.HasUnknownLabels || _label.ClassOfLabel.Contains(RuledLabelModel.Ignored) || (_label.CanBeNull && _label.MissingClass < 0);

    public override bool HasIgnoredLabels =>
        _labels.HasIgnoredLabels || _label.ClassOfLabel.Contains(RuledLabelModel.Ignored) || (CanBeMissing && _label.MissingClass == RuledLabelModel.Ignored);

    private bool IsMapped => _label.ClassOfLabel.Count > 0;

    private bool CanBeMissing => _label.CanBeNull || _label.IsEmptyMissing || _label.Labels is VectorLabelModel;

    public override void WriteClassSet(SourceWriter writer)
    {
        if (IsMapped)
        {
            WriteClassSet(writer, _label.Names);
        }
        else
        {
            _labels.WriteClassSet(writer);
        }
    }

    public override void WriteFind(SourceWriter writer, string name)
    {
        writer.Line("/// <summary>The class index of a label, -1 if it is none of the classes, or -2 if it is ignored.</summary>");
        using (writer.Block($"private static int {name}({_label.Type} label)"))
        {
            writer.Line($"int found = {Found()};");
            if (IsMapped && CanBeMissing)
            {
                using (writer.Block("if (found >= 0)"))
                {
                    writer.Line("return ClassOfLabel[found];");
                }

                writer.Line();
            }

            writer.Line((IsMapped, CanBeMissing) switch
            {
                (_, true) => $"return found == {NoneHot} ? {CSharpLiteral.Of(_label.MissingClass)} : found;",
                _ => "return found < 0 ? found : ClassOfLabel[found];",
            });
        }

        writer.Line();
        if (IsMapped)
        {
            WriteClassOfLabel(writer);
        }

        _labels.WriteFind(writer, FindLabel);
    }

    public override string Describe(string label)
    {
        if (!_label.CanBeNull)
        {
            return _labels.Describe(label);
        }

        return _label.Labels is StringLabelModel or TextLabelModel
            ? _labels.Describe(label)
            : $"({label}) is {{ }} value ? {_labels.Describe("value")} : \"(null)\"";
    }

    private string Found()
    {
        if (_label.IsEmptyMissing)
        {
            return $"label.IsEmpty ? {NoneHot} : {FindLabel}(label)";
        }

        return _label.CanBeNull ? $"label is {{ }} value ? {FindLabel}(value) : {NoneHot}" : $"{FindLabel}(label)";
    }

    private void WriteClassOfLabel(SourceWriter writer)
    {
        string[] numbers = [.. _label.ClassOfLabel.Select(CSharpLiteral.Of)];
        writer.Line("""
            /// <summary>For each declared label its class index, or -2 if it is ignored.</summary>
            private static readonly int[] ClassOfLabel =
            [
            """);
        writer.Items(numbers, NumbersPerLine);
        writer.Line("""
            ];

            """);
    }
}
