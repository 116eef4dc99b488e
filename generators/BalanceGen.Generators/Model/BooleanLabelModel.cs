namespace BalanceGen.Generators.Model;

/// <summary>A boolean label: <c>false</c> is class 0, <c>true</c> is class 1.</summary>
/// <param name="FalseName">The name of class 0.</param>
/// <param name="TrueName">The name of class 1.</param>
internal sealed record BooleanLabelModel(string FalseName, string TrueName)
    : LabelModel("bool", MemberAccess.Public)
{
    public override int ClassCount => 2;

    public override string ClassName(int classIndex) => classIndex == 0 ? FalseName : TrueName;
}
