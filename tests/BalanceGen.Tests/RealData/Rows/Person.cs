namespace BalanceGen.Tests.RealData.Rows;

[BalancedDataset]
internal readonly partial record struct Person(string Income)
{
    [ClassLabel("<=50K", ">50K")]
    private bool IsRich() => Income.Contains('>', StringComparison.Ordinal);
}
