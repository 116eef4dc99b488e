namespace BalanceGen.Generators.Model;

/// <summary>An enum label: its distinct values are the classes, in declaration order.</summary>
/// <param name="Type">The enum, fully qualified.</param>
/// <param name="OverloadAccess">How accessible a member that takes a label may be.</param>
/// <param name="Underlying">Where the underlying type's arithmetic takes place.</param>
/// <param name="Classes">The classes in the order of their class indices.</param>
internal sealed record EnumLabelModel(
    string Type, MemberAccess OverloadAccess, IntegerKind Underlying, EquatableArray<EnumClass> Classes)
    : LabelModel(Type, OverloadAccess)
{
    public override int ClassCount => Classes.Count;

    /// <summary>Whether the values are consecutive in declaration order, so that a subtraction gives the class index.</summary>
    public bool IsContiguous => Classes.Select((item, index) => item.Value - index).Distinct().Count() == 1;

    public override string ClassName(int classIndex) => Classes[classIndex].Name;
}
