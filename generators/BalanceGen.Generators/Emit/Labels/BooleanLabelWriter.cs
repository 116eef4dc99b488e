namespace BalanceGen.Generators.Emit.Labels;

/// <summary>Boolean labels.</summary>
internal sealed class BooleanLabelWriter(BooleanLabelModel model) : LabelWriter
{
    public override bool HasUnknownLabels => false;

    public override void WriteClassSet(SourceWriter writer) => WriteClassSet(writer, [model.FalseName, model.TrueName]);

    public override void WriteFind(SourceWriter writer, string name) => writer.Line($"""
        /// <summary>The class index of a label.</summary>
        private static int {name}(bool label) => label ? 1 : 0;
        """);

    public override string Describe(string label) => $"Set[Find({label})]";
}
