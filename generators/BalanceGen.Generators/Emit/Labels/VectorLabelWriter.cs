namespace BalanceGen.Generators.Emit.Labels;

/// <summary>Writes code for vectors with one element per class. The library reads the vectors. The generated code passes their length and policy.</summary>
internal sealed class VectorLabelWriter : LabelWriter
{
    private const string OneHot = "global::BalanceGen.Classes.OneHot";

    private readonly VectorLabelModel _label;

    public VectorLabelWriter(VectorLabelModel label) => _label = label;

    public override bool HasIgnoredLabels => _label.MultiHot == MultiHotPolicy.Ignore;

    public override void WriteClassSet(SourceWriter writer) => WriteClassSet(writer, _label.Names);

    public override void WriteFind(SourceWriter writer, string name)
    {
        string count = CSharpLiteral.Of(_label.ClassCount);
        string elements = _label.IsInlineArray ? "elements" : "label";
        writer.Line("""
            /// <summary>The class index of a vector, or what is the matter with it.</summary>
            [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
            """);
        using (writer.Block($"private static int {name}({_label.Type} label)"))
        {
            if (_label.IsInlineArray)
            {
                writer.Line($"global::System.ReadOnlySpan<{_label.ElementType}> elements = label;");
            }

            else
            {
                using (writer.Block($"if (label.Length != {count})"))
                {
                    writer.Line($"return label.IsEmpty ? {OneHot}.NoneHot : -1;");
                }

                writer.Line();
            }

            string search = Search(elements);
            if (_label.MultiHot == MultiHotPolicy.First)
            {
                writer.Line($"return {search};");
            }
            else
            {
                string several = _label.MultiHot == MultiHotPolicy.Ignore ? "global::BalanceGen.ClassIndex.Ignored" : "-1";
                writer.Line($"""
                    int classIndex = {search};
                    return classIndex == {OneHot}.MultiHot ? {several} : classIndex;
                    """);
            }
        }

        if (_label.IsInlineArray)
        {
            writer.Line($"""

                /// <summary>A vector as text.</summary>
                private static string Text({_label.Type} label) => {DescribeElements(_label, "label")};
                """);
        }
    }

    public override string Describe(string label) =>
        _label.IsInlineArray ? $"Text({label})" : DescribeElements(_label, label);

    /// <summary>An expression for a vector that has an address as text.</summary>
    public static string DescribeElements(VectorLabelModel label, string elements) => $"{OneHot}.Describe<{label.ElementType}>({elements})";

    private string Search(string elements)
    {
        string tolerance = _label.Tolerance.Length == 0 ? "" : $", {_label.Tolerance}";
        return (_label.HasScores, _label.MultiHot == MultiHotPolicy.First) switch
        {
            (true, true) => $"{OneHot}.ArgMax({elements}, out _)",
            (true, false) => $"{OneHot}.ArgMax({elements})",
            (false, true) => $"{OneHot}.FirstHot({elements}{tolerance})",
            (false, false) => $"{OneHot}.IndexOf({elements}{tolerance})",
        };
    }
}
