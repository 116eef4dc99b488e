namespace BalanceGen.Tests.RealData.Rows;

[BalancedDataset]
internal readonly partial record struct LymphScores(
    [ClassLabel("normal", "metastases", "malign_lymph", "fibrosis", Encoding = LabelEncoding.Scores)] double[] Scores);
