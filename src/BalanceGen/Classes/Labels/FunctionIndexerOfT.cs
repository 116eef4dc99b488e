namespace BalanceGen.Classes;

/// <summary>
/// Maps a row to its class index by a function. Made by <see cref="ClassIndexer"/>. A struct of your own that implements
/// <see cref="IClassIndexer{T}"/> saves the call of the function.
/// </summary>
/// <typeparam name="T">The record type.</typeparam>
/// <remarks>Null rows have no class. As thread-safe as the function is. Equal if class set and function are the same objects.</remarks>
public readonly struct FunctionIndexer<T> : IClassIndexer<T>, IEquatable<FunctionIndexer<T>>
{
    private readonly Func<T, int>? _classOf;
    private readonly Func<T, string?>? _labelOf;

    internal FunctionIndexer(ClassSet classes, Func<T, int>? classOf, Func<T, string?>? labelOf)
    {
        Classes = classes;
        _classOf = classOf;
        _labelOf = labelOf;
    }

    /// <inheritdoc/>
    public ClassSet Classes { get; }

    /// <summary>Whether two indexers are of the same class set and function.</summary>
    public static bool operator ==(FunctionIndexer<T> left, FunctionIndexer<T> right) => left.Equals(right);

    /// <summary>Whether two indexers differ in class set or function.</summary>
    public static bool operator !=(FunctionIndexer<T> left, FunctionIndexer<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public int IndexOf(in T row)
    {
        if (row is null)
        {
            return ClassIndex.Unknown;
        }

        if (_classOf is null)
        {
            return _labelOf!(row) is { } label && Classes.TryIndexOf(label, out int found) ? found : ClassIndex.Unknown;
        }

        int classIndex = _classOf(row);
        return (uint)classIndex < (uint)Classes.Count || classIndex == ClassIndex.Ignored ? classIndex : ClassIndex.Unknown;
    }

    /// <inheritdoc/>
    public string DescribeLabel(in T row) => row is null
        ? "(null row)"
        : _classOf is null ? _labelOf!(row) ?? "(null)" : _classOf(row).ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public bool Equals(FunctionIndexer<T> other) =>
        ReferenceEquals(Classes, other.Classes) && Equals(_classOf, other._classOf) && Equals(_labelOf, other._labelOf);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FunctionIndexer<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Classes, _classOf, _labelOf);
}
