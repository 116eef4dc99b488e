namespace BalanceGen.Tests.RealData.Rows;

[BalancedDataset]
internal readonly partial record struct Glass(
    [ClassLabel(
        "build wind float", "build wind non-float", "vehic wind float", "vehic wind non-float", "containers", "tableware", "headlamps",
        Encoding = LabelEncoding.Utf8)]
    ReadOnlyMemory<byte> Type);
