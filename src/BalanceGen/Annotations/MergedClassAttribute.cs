namespace BalanceGen;

/// <summary>Declares that several labels are one class, such as two spellings of it.</summary>
/// <remarks>The class has the position of the first of its labels. Counts, weights, samplers and diagnostics see only the merged class.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class MergedClassAttribute : Attribute
{
    /// <summary>Declares the labels of one class.</summary>
    /// <param name="name">The name of the class; it may be the name of one of the labels.</param>
    /// <param name="labels">The labels, two or more, each as it would be given to <see cref="IgnoredClassAttribute"/>.</param>
    public MergedClassAttribute(string name, params object[] labels)
    {
        Name = name;
        Labels = labels;
    }

    /// <summary>The name of the class.</summary>
    public string Name { get; }

    /// <summary>The labels that are this class.</summary>
    public object[] Labels { get; }
}
