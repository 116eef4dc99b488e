namespace BalanceGen.Weights;

/// <summary>Reads a row's own weight. The generator emits one for records with a member marked [SampleWeight].</summary>
/// <typeparam name="T">The record type of a row.</typeparam>
/// <remarks>Implementations must be pure and thread-safe and must not allocate.</remarks>
public interface ISampleWeigher<T>
{
    /// <summary>The row's weight; what is not finite or below 0 is refused by the library.</summary>
    /// <param name="row">The row.</param>
    double WeightOf(in T row);
}
