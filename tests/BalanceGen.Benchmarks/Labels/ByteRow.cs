namespace BalanceGen.Benchmarks.Labels;

[BalancedDataset]
internal readonly partial record struct ByteRow([ClassLabel(Min = 0, Max = 36)] byte Label);
