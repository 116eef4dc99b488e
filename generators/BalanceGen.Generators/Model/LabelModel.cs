namespace BalanceGen.Generators.Model;

/// <summary>A label: its type, and the classes that the type or the attribute declares.</summary>
/// <param name="Type">The label's type, fully qualified.</param>
/// <param name="OverloadAccess">How accessible a member that takes a label may be.</param>
internal abstract record LabelModel(string Type, MemberAccess OverloadAccess)
{
    /// <summary>The number of classes, 1 or more.</summary>
    public abstract int ClassCount { get; }

    /// <summary>The name of a class.</summary>
    public abstract string ClassName(int classIndex);

    /// <summary>The label as if nothing were ignored, merged or missing.</summary>
    public virtual LabelModel WithoutRules() => this;

    /// <summary>The class index of a label without rules; negative where it is none of them, or ignored.</summary>
    public virtual int ClassOf(int label) => label;

    /// <summary>The class names for a reader, the first ones if there are more than the limit.</summary>
    public string ClassNames(int limit)
    {
        string names = string.Join(", ", Enumerable.Range(0, Math.Min(ClassCount, limit)).Select(ClassName));
        return ClassCount > limit ? $"{names}, … ({CSharpLiteral.Of(ClassCount)} classes)" : names;
    }
}
