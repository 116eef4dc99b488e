namespace BalanceGen.Generators.Model;

/// <summary>A text label that is compared by a policy, or that is not a string.</summary>
/// <param name="Type">The type of a label: a string or a span.</param>
/// <param name="Form">What holds the characters.</param>
/// <param name="Comparison">How labels are compared.</param>
/// <param name="Names">The labels, which are the class names too, in the order of their class indices.</param>
internal sealed record TextLabelModel(string Type, TextForm Form, LabelComparison Comparison, EquatableArray<string> Names)
    : LabelModel(Type, MemberAccess.Public)
{
    public override int ClassCount => Names.Count;

    public override string ClassName(int classIndex) => Names[classIndex];
}
