namespace BalanceGen.Tests.RealData.Rows;

[BalancedDataset]
internal readonly partial record struct Spectrum(
    [ClassLabel(Values = new long[]
    {
        2, 3, 4, 5, 12, 13, 14, 15, 16, 17, 18, 21, 22, 23, 24, 25, 26, 27, 28, 29, 31, 32, 33, 34, 35, 36, 37, 38, 39,
        41, 42, 43, 44, 45, 50, 69, 71, 72, 73, 79, 80, 81, 82, 85, 91, 92, 95, 96,
    })]
    int LrsClass);
