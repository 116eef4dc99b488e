namespace BalanceGen;

/// <summary>
/// Marks the record of a labelled data set. The generator adds a nested static class <c>Classes</c> to it:
/// the class index of a row, the class names, counting, indexing and the entry points to the samplers.
/// </summary>
/// <remarks>
/// The type must be <c>partial</c>, and so must every type that contains it. Exactly one of its properties, fields or
/// positional parameters carries <see cref="ClassLabelAttribute"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class BalancedDatasetAttribute : Attribute
{
}
