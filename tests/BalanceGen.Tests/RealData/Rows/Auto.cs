namespace BalanceGen.Tests.RealData.Rows;

[BalancedDataset]
internal readonly partial record struct Auto([ClassLabel(Min = -3, Max = 3)] sbyte Symboling);
