namespace BalanceGen;

/// <summary>Declares that rows with a label are left out of counts, weights, index and samplers, such as "unknown" or "background".</summary>
/// <remarks>The label gets no class index; the class indices of the others close the gap.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class IgnoredClassAttribute : Attribute
{
    /// <summary>Declares a label whose rows are ignored.</summary>
    /// <param name="label">The label: an enum member, a boolean, an integer, a character or a string of the record's label type, or a class name.</param>
    public IgnoredClassAttribute(object label) => Label = label;

    /// <summary>The label whose rows are ignored.</summary>
    public object Label { get; }
}
