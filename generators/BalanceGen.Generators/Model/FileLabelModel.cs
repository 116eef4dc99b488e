namespace BalanceGen.Generators.Model;

/// <summary>A text or integer label whose classes a file lists. It becomes a label of another kind once the file is read.</summary>
/// <param name="Type">The type of a label: a string, a span or an integer type.</param>
/// <param name="Text">What holds the characters, or null for an integer.</param>
/// <param name="Comparison">How text is compared.</param>
/// <param name="Integer">Where the arithmetic of an integer takes place.</param>
/// <param name="Min">The least value of the integer type.</param>
/// <param name="Max">The greatest value of the integer type.</param>
/// <param name="ListName">The file that <c>ClassesFrom</c> names, or null: then the counts have the classes.</param>
/// <param name="Order">The order of classes that is to be kept, or null.</param>
/// <param name="Rules">What the record says about missing, ignored and merged labels.</param>
internal sealed record FileLabelModel(
    string Type,
    TextForm? Text,
    LabelComparison Comparison,
    IntegerKind Integer,
    decimal Min,
    decimal Max,
    string? ListName,
    string? Order,
    FileLabelRules Rules)
    : LabelModel(Type, MemberAccess.Public)
{
    public override int ClassCount => throw NotKnown();

    public override string ClassName(int classIndex) => throw NotKnown();

    /// <summary>The label, or the model of each of several labels, if its classes are to be read from a file. Otherwise null.</summary>
    public static FileLabelModel? Of(LabelModel label) => label switch
    {
        FileLabelModel model => model,
        MultiLabelModel { Labels: FileLabelModel model } => model,
        _ => null,
    };

    private static InvalidOperationException NotKnown() => new("The file with the classes has not been read.");
}
