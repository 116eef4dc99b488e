namespace BalanceGen.Generators.Model;

/// <summary>An integer label: every value of a closed range is a class.</summary>
/// <param name="Type">The integer type's keyword.</param>
/// <param name="Kind">Where the arithmetic takes place.</param>
/// <param name="Min">The label of class 0.</param>
/// <param name="Max">The label of the last class.</param>
internal sealed record IntegerLabelModel(string Type, IntegerKind Kind, long Min, long Max)
    : LabelModel(Type, MemberAccess.Public)
{
    public override int ClassCount => checked((int)(Max - Min + 1));

    public override string ClassName(int classIndex) => CSharpLiteral.OfWhole(Min + classIndex);
}
