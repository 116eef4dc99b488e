namespace BalanceGen.Generators.Emit.Labels;

/// <summary>Classes that are not known: the members compile and throw, and an analyzer says why.</summary>
internal sealed class UnknownClassesWriter(UnknownClassesModel model) : LabelWriter
{
    private string Throw => $"throw new global::System.InvalidOperationException({CSharpLiteral.Of(model.Problem)})";

    public override void WriteClassSet(SourceWriter writer) =>
        writer.Line($"public static global::BalanceGen.ClassSet Set => {Throw};");

    public override void WriteFind(SourceWriter writer, string name) => writer.Line($"""
        /// <summary>Throws, because the classes are not known.</summary>
        private static int {name}({model.Type} label) => {Throw};
        """);

    public override string Describe(string label) => "\"(not known)\"";
}
