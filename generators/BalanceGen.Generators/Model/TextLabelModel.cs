namespace BalanceGen.Generators.Model;

/// <summary>A text label with declared classes.</summary>
/// <param name="Type">The type of a label: a string or a span.</param>
/// <param name="Form">What holds the characters.</param>
/// <param name="Comparison">How labels are compared.</param>
/// <param name="Names">The labels, which are the class names too, in the order of their class indices.</param>
internal sealed record TextLabelModel(string Type, TextForm Form, LabelComparison Comparison, EquatableArray<string> Names)
    : LabelModel(Type, MemberAccess.Public)
{
    /// <summary>Whether a switch or a constant of the language means the same class: a string that is compared as C# compares strings.</summary>
    public bool IsPlain => Form == TextForm.String && Comparison == LabelComparison.Ordinal;

    public override int ClassCount => Names.Count;

    public override string ClassName(int classIndex) => Names[classIndex];
}
