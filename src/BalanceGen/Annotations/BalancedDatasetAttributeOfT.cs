namespace BalanceGen;

/// <summary>
/// Marks a static partial class as the companion of a row type that cannot be annotated itself, because it is not your own or not partial. The generator adds the nested
/// class <c>Classes</c> to the companion.
/// </summary>
/// <typeparam name="TRow">The type of the rows.</typeparam>
/// <remarks>The companion has one static method with [<see cref="ClassLabelAttribute"/>] that takes a row and returns its label.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BalancedDatasetAttribute<TRow> : Attribute
{
    /// <inheritdoc cref="BalancedDatasetAttribute.ClassCounts"/>
    public string? ClassCounts { get; set; }

    /// <inheritdoc cref="BalancedDatasetAttribute.ZeroCounts"/>
    public ZeroCountRule ZeroCounts { get; set; }

    /// <inheritdoc cref="BalancedDatasetAttribute.Smoothing"/>
    public double Smoothing { get; set; } = 1;
}
