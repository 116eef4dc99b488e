namespace BalanceGen.Weights;

/// <summary>A batch has rows of a single class, and <see cref="SingleClassBatchPolicy.Throw"/> is declared.</summary>
public sealed class SingleClassBatchException : BalanceGenArgumentException
{
    internal SingleClassBatchException(ClassSet classes, int classIndex, long rows)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"All {rows} rows of the batch are of the class '{classes[classIndex]}'; {classes.Count} classes are declared. Draw balanced batches, or choose another SingleClassBatchPolicy."))
    {
        ClassIndex = classIndex;
    }

    /// <summary>The class index of the only class in the batch.</summary>
    public int ClassIndex { get; }
}
