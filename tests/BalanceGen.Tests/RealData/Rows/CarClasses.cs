namespace BalanceGen.Tests.RealData.Rows;

/// <summary>Rows of a type that has no label of its own.</summary>
[BalancedDataset<KeyValuePair<int, string>>]
internal static partial class CarClasses
{
    [ClassLabel("unacc", "acc", "good", "vgood")]
    private static string Of(KeyValuePair<int, string> row) => row.Value;
}
