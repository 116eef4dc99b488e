namespace BalanceGen.Tests.RealData.Rows;

[BalancedDataset]
[MergedClass("<=50K", "<=50K", "<=50K.")]
[MergedClass(">50K", ">50K", ">50K.")]
internal readonly partial record struct Adult(
    [ClassLabel("<=50K", ">50K", "<=50K.", ">50K.", Comparison = LabelComparison.Trim)] ReadOnlyMemory<char> Income);
