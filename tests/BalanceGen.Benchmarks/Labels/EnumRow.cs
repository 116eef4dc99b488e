namespace BalanceGen.Benchmarks.Labels;

[BalancedDataset]
internal readonly partial record struct EnumRow([ClassLabel] Land Label);
