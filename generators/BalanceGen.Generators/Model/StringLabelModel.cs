namespace BalanceGen.Generators.Model;

/// <summary>A string label: the declared strings are the classes, compared ordinally.</summary>
/// <param name="Names">The labels, which are the class names too, in the order of their class indices.</param>
internal sealed record StringLabelModel(EquatableArray<string> Names)
    : LabelModel("string", MemberAccess.Public)
{
    public override int ClassCount => Names.Count;

    public override string ClassName(int classIndex) => Names[classIndex];
}
