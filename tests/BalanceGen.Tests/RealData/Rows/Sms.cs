namespace BalanceGen.Tests.RealData.Rows;

[BalancedDataset]
internal readonly partial record struct Sms([ClassLabel("ham", "spam")] bool IsSpam);
