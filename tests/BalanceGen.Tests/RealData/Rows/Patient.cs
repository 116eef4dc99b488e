namespace BalanceGen.Tests.RealData.Rows;

[BalancedDataset]
internal readonly partial record struct Patient([ClassLabel("A", "I", "S")] char Decision);
