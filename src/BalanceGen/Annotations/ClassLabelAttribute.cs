namespace BalanceGen;

/// <summary>Marks the member of a record that holds its label, and declares the classes where the type alone does not.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>An enum: its members are the classes, in declaration order; members with an equal value are one class.</item>
/// <item><see cref="bool"/>: <c>false</c> is class 0 and <c>true</c> class 1; two names may be given.</item>
/// <item>An integer: <see cref="Min"/> and <see cref="Max"/> are required; the classes are every value of the closed range.</item>
/// <item><see cref="string"/>: the class list is required; labels are compared ordinally.</item>
/// </list>
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class ClassLabelAttribute : Attribute
{
    /// <summary>Marks the label and, for strings and booleans, declares its classes in the order of their class indices.</summary>
    /// <param name="classes">The class names; none where the member's type declares the classes.</param>
    public ClassLabelAttribute(params string[] classes) => Classes = classes;

    /// <summary>The declared class names, in the order of their class indices; empty where the type declares them.</summary>
    public string[] Classes { get; }

    /// <summary>The smallest label of an integer label, inclusive. It becomes class index 0.</summary>
    public long Min { get; set; }

    /// <summary>The largest label of an integer label, inclusive.</summary>
    public long Max { get; set; }
}
