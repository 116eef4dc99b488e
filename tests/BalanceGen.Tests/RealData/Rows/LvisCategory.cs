namespace BalanceGen.Tests.RealData.Rows;

[BalancedDataset]
internal readonly partial record struct LvisCategory([ClassLabel(Min = 1, Max = 1203)] short Id);
