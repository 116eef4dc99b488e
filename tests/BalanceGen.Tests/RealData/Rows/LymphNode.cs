namespace BalanceGen.Tests.RealData.Rows;

[BalancedDataset]
internal readonly partial record struct LymphNode(
    [ClassLabel("normal", "metastases", "malign_lymph", "fibrosis")] string Finding, [SampleWeight] double Weight);
