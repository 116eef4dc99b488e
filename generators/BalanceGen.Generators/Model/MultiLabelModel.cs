namespace BalanceGen.Generators.Model;

/// <summary>Several labels a row.</summary>
/// <param name="Type">What holds them, as a parameter type.</param>
/// <param name="OverloadAccess">How accessible a member that takes them may be.</param>
/// <param name="Form">What holds them.</param>
/// <param name="Labels">One of the labels, with the rules for ignored and merged classes.</param>
/// <param name="CanBeNull">Whether null can stand in the place of the labels.</param>
/// <param name="IsNullEmpty">Whether null means no labels; otherwise it is an error.</param>
internal sealed record MultiLabelModel(
    string Type, MemberAccess OverloadAccess, LabelSetForm Form, LabelModel Labels, bool CanBeNull, bool IsNullEmpty)
    : LabelModel(Type, OverloadAccess)
{
    public override int ClassCount => Labels.ClassCount;

    public override string ClassName(int classIndex) => Labels.ClassName(classIndex);

    /// <summary>The label without rules.</summary>
    public LabelModel Declared => Labels.WithoutRules();

    public override int ClassOf(int label) => Labels.ClassOf(label);

    /// <summary>Whether any label is ignored or merged.</summary>
    public bool IsMapped => Labels is RuledLabelModel { ClassOfLabel.Count: > 0 };
}
