namespace BalanceGen.Tests.RealData.Rows;

[BalancedDataset]
internal readonly partial record struct Species([ClassLabel(Min = 0, Max = 8141)] int Id);
