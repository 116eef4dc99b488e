namespace BalanceGen;

/// <summary>Marks the member of a record that holds the row's own weight, such as how trustworthy its label is.</summary>
/// <remarks>
/// The member is of a built-in number type or <see cref="Half"/>; weights are finite and 0 or more. The generated
/// <c>Classes.WeightRows</c> reads them; <c>SampleWeights.WithClassShares</c> combines them with class shares.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class SampleWeightAttribute : Attribute
{
}
