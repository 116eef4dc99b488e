namespace BalanceGen;

/// <summary>Declares how many training rows a class has, so that the compiler can check code and weights that depend on the count.</summary>
/// <remarks>
/// The most valuable count to declare is zero: an inverse-frequency weight of that class would be infinite, and
/// normalising such weights gives NaN. The analyzer reports it in the editor.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class ClassCountAttribute : Attribute
{
    /// <summary>Declares the number of training rows of one class.</summary>
    /// <param name="label">The label: an enum member, a boolean, an integer or a string of the record's label type.</param>
    /// <param name="count">The number of rows with that label, 0 or more.</param>
    public ClassCountAttribute(object label, long count)
    {
        Label = label;
        Count = count;
    }

    /// <summary>The label whose rows are counted.</summary>
    public object Label { get; }

    /// <summary>The number of training rows with that label.</summary>
    public long Count { get; }
}
