namespace BalanceGen.Generators.Model;

/// <summary>A label with rules on top: what a missing label means, which classes are ignored, and which are merged.</summary>
/// <param name="Type">The label's type, with a question mark where it may be null.</param>
/// <param name="Labels">The label as if there were no rules.</param>
/// <param name="CanBeNull">Whether a label may be null.</param>
/// <param name="IsEmptyMissing">Whether an empty label is a missing one.</param>
/// <param name="MissingClass">What a missing label becomes: a class index, −1 for unknown, −2 for ignored.</param>
/// <param name="ClassOfLabel">For each class without rules its class index with them, or −2; empty where they are the same.</param>
/// <param name="Names">The class names.</param>
internal sealed record RuledLabelModel(
    string Type,
    LabelModel Labels,
    bool CanBeNull,
    bool IsEmptyMissing,
    int MissingClass,
    EquatableArray<int> ClassOfLabel,
    EquatableArray<string> Names)
    : LabelModel(Type, Labels.OverloadAccess)
{
    public const int Ignored = -2;

    public override int ClassCount => Names.Count;

    public override string ClassName(int classIndex) => Names[classIndex];

    public override LabelModel WithoutRules() => Labels;

    public override int ClassOf(int label) => label < 0 || ClassOfLabel.Count == 0 ? label : ClassOfLabel[label];
}
