namespace BalanceGen.Tests.RealData.Rows;

[BalancedDataset, ClassColumns(From = nameof(L), To = nameof(R))]
internal readonly partial record struct Balance(bool L, bool B, bool R);
