namespace BalanceGen.Tests.RealData.Rows;

/// <summary>Text, which is nine blocks of ten, is left out.</summary>
[BalancedDataset, IgnoredClass(1)]
internal readonly partial record struct PageBlock([ClassLabel(Min = 1, Max = 5)] int Kind);
