namespace BalanceGen.Tests.RealData.Rows;

[BalancedDataset]
internal readonly partial record struct Wine(
    [ClassLabel("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10")] decimal Quality);
