namespace BalanceGen;

/// <summary>
/// Marks the record of a labelled data set. The generator adds a nested static class <c>Classes</c> to it:
/// the class index of a row, the class names, counting, indexing and the entry points to the samplers.
/// </summary>
/// <remarks>
/// The type must be <c>partial</c>, and so must every type that contains it. Exactly one of its properties, fields or
/// positional parameters has <see cref="ClassLabelAttribute"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class BalancedDatasetAttribute : Attribute
{
    /// <summary>
    /// The class-count file with the counts of the training data: a <c>*.classcounts.csv</c> of the project with a line <c>label,count</c> for each
    /// class, named by as much of the end of its path as tells it apart. The generator bakes the counts in, the analyzers check them.
    /// </summary>
    public string? ClassCounts { get; set; }

    /// <summary>
    /// What a class without rows shall mean. It decides the baked class weights and is generated as <c>Classes.ZeroCounts</c>, to be passed to
    /// weights, targets and samplers. Once it is declared, classes without rows are not reported.
    /// </summary>
    public ZeroCountRule ZeroCounts { get; set; }

    /// <summary>What <see cref="ZeroCountRule.Smooth"/> adds to every count, of [1e-9, 1e18]; 1 by default.</summary>
    public double Smoothing { get; set; } = 1;
}
