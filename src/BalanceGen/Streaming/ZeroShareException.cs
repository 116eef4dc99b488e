namespace BalanceGen.Streaming;

/// <summary>The target asks for rows of a class whose source share is 0: each of its rows would have to be repeated infinitely often.</summary>
public sealed class ZeroShareException : BalanceGenArgumentException
{
    internal ZeroShareException(ClassSet classes, int classIndex, double targetShare)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"The class '{classes[classIndex]}' has the source share 0, the target asks for {targetShare:P1} of it. Give it a source share, or choose ZeroCountPolicy.ZeroWeight or ZeroCountPolicy.Smooth(alpha)."))
    {
        ClassIndex = classIndex;
    }

    /// <summary>The class index.</summary>
    public int ClassIndex { get; }
}
