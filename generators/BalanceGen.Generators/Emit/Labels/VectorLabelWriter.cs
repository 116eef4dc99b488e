namespace BalanceGen.Generators.Emit.Labels;

/// <summary>Writes code for vectors with one element per class. The library reads the vectors. The generated code passes their length and policy.</summary>
internal sealed class VectorLabelWriter(VectorLabelModel model) : LabelWriter
{
    private const string OneHot = "global::BalanceGen.Classes.OneHot";

    public override bool HasIgnoredLabels => model.MultiHot == MultiHotPolicy.Ignore;

    public override void WriteClassSet(SourceWriter writer) => WriteClassSet(writer, model.Names);

    public override void WriteFind(SourceWriter writer, string name)
    {
        string count = CSharpLiteral.Of(model.ClassCount);
        string elements = model.IsInlineArray ? "elements" : "label";
        writer.Line("""
            /// <summary>The class index of a vector, or what is the matter with it.</summary>
            [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
            """);
        using (writer.Block($"private static int {name}({model.Type} label)"))
        {
            if (model.IsInlineArray)
            {
                writer.Line($"global::System.ReadOnlySpan<{model.ElementType}> elements = label;");
            }
            else
            {
                writer.If($"label.Length != {count}", $"return label.IsEmpty ? {OneHot}.NoneHot : -1;");
                writer.Line();
            }

            string search = Search(elements);
            if (model.MultiHot == MultiHotPolicy.First)
            {
                writer.Line($"return {search};");
            }
            else
            {
                string several = model.MultiHot == MultiHotPolicy.Ignore ? "global::BalanceGen.ClassIndex.Ignored" : "-1";
                writer.Line($"""
                    int classIndex = {search};
                    return classIndex == {OneHot}.MultiHot ? {several} : classIndex;
                    """);
            }
        }

        if (model.IsInlineArray)
        {
            writer.Line($"""

                /// <summary>A vector as text.</summary>
                private static string Text({model.Type} label) => {DescribeElements(model, "label")};
                """);
        }
    }

    public override string Describe(string label) =>
        model.IsInlineArray ? $"Text({label})" : DescribeElements(model, label);

    /// <summary>An expression for a vector that has an address as text.</summary>
    public static string DescribeElements(VectorLabelModel label, string elements) => $"{OneHot}.Describe<{label.ElementType}>({elements})";

    private string Search(string elements)
    {
        string tolerance = model.Tolerance.Length == 0 ? "" : $", {model.Tolerance}";
        return (model.HasScores, model.MultiHot == MultiHotPolicy.First) switch
        {
            (true, true) => $"{OneHot}.ArgMax({elements}, out _)",
            (true, false) => $"{OneHot}.ArgMax({elements})",
            (false, true) => $"{OneHot}.FirstHot({elements}{tolerance})",
            (false, false) => $"{OneHot}.IndexOf({elements}{tolerance})",
        };
    }
}
