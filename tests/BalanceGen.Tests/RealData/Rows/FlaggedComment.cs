namespace BalanceGen.Tests.RealData.Rows;

[BalancedDataset]
internal readonly partial record struct FlaggedComment([ClassLabel(Encoding = LabelEncoding.Set)] Emotions Emotions);
