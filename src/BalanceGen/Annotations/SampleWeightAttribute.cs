namespace BalanceGen;

/// <summary>Marks the member of a record that holds the row's own weight, such as how trustworthy its label is.</summary>
/// <remarks>
/// The member, or the result of the method, is of a built-in number type or <see cref="Half"/>; weights are finite and 0 or more. The generated
/// <c>Classes.WeightRows</c> reads them; <c>SampleWeights.WithClassShares</c> combines them with class shares.
/// A method has no parameters; that of a companion is static and takes a row. Without a weight of its own, a type has that of its nearest base type.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class SampleWeightAttribute : Attribute
{
}
