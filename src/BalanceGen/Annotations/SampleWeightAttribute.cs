namespace BalanceGen;

/// <summary>Marks the member of a record that holds the row's own weight, such as how trustworthy its label is.</summary>
/// <remarks>
/// The type of the member, or of the method's result, is a built-in number type or <see cref="Half"/>. Weights are finite and 0 or more. The generated
/// <c>Classes.WeightRows</c> reads them; <c>SampleWeights.WithClassShares</c> combines them with class shares.
/// A method has no parameters. In a companion it is static and takes a row. A type without a weight of its own has the weight of its nearest base type.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class SampleWeightAttribute : Attribute
{
}
