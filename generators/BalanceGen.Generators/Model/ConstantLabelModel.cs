namespace BalanceGen.Generators.Model;

/// <summary>A label of listed constants: characters, decimals, or integers with gaps.</summary>
/// <param name="Type">The label type's keyword.</param>
/// <param name="Classes">The classes in the order of their class indices.</param>
internal sealed record ConstantLabelModel(string Type, EquatableArray<ConstantClass> Classes)
    : LabelModel(Type, MemberAccess.Public)
{
    public override int ClassCount => Classes.Count;

    public override string ClassName(int classIndex) => Classes[classIndex].Name;
}
