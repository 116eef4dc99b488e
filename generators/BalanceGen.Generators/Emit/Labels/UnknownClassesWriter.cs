namespace BalanceGen.Generators.Emit.Labels;

/// <summary>Classes that are not known: the members compile and throw, and an analyzer says why.</summary>
internal sealed class UnknownClassesWriter : LabelWriter
{
    private readonly UnknownClassesModel _label;

    public UnknownClassesWriter(UnknownClassesModel label) => _label = label;

    private string Throw => $"throw new global::System.InvalidOperationException({CSharpLiteral.Of(_label.Problem)})";

    public override void WriteClassSet(SourceWriter writer) =>
        writer.Line($"public static global::BalanceGen.ClassSet Set => {Throw};");

    public override void WriteFind(SourceWriter writer, string name) => writer.Line($"""
        /// <summary>Throws, because the classes are not known.</summary>
        private static int {name}({_label.Type} label) => {Throw};
        """);

    public override string Describe(string label) => "\"(not known)\"";
}
