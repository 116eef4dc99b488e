namespace BalanceGen.Generators.Model;

/// <summary>A label that is a vector with one element per class.</summary>
/// <param name="Type">What a method takes that is given a label: a span of elements, or the inline array itself.</param>
/// <param name="OverloadAccess">How accessible a member that takes a label may be.</param>
/// <param name="ElementType">The elements' type, fully qualified.</param>
/// <param name="Elements">What the elements are.</param>
/// <param name="IsInlineArray">Whether the label is an inline array, which converts to a span only where it has an address.</param>
/// <param name="HasScores">Whether the largest element wins; otherwise exactly one is hot.</param>
/// <param name="Tolerance">The tolerance for soft labels as a C# constant, or an empty string for none.</param>
/// <param name="MultiHot">What happens to a label with several hot elements.</param>
/// <param name="Names">The class names, one for each element.</param>
internal sealed record VectorLabelModel(
    string Type,
    MemberAccess OverloadAccess,
    string ElementType,
    ElementKind Elements,
    bool IsInlineArray,
    bool HasScores,
    string Tolerance,
    MultiHotPolicy MultiHot,
    EquatableArray<string> Names)
    : LabelModel(Type, OverloadAccess)
{
    public override int ClassCount => Names.Count;

    public override string ClassName(int classIndex) => Names[classIndex];
}
