namespace BalanceGen.Tests.RealData.Rows;

[BalancedDataset]
[MergedClass("Rad Flow", "Rad Flow", "Radiator Flow")]
[MergedClass("Fpv Close", "Fpv Close", "Flow Proportioning Valve Close")]
[MergedClass("Fpv Open", "Fpv Open", "Flow Proportioning Valve Open")]
internal readonly partial record struct ShuttleState(
    [ClassLabel(
        "Rad Flow", "Fpv Close", "Fpv Open", "High", "Bypass", "Bpv Close", "Bpv Open",
        "Radiator Flow", "Flow Proportioning Valve Close", "Flow Proportioning Valve Open")]
    string State);
