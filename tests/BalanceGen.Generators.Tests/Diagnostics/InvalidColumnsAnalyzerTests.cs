using BalanceGen.Generators.Diagnostics.Analyzers;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class InvalidColumnsAnalyzerTests
{
    [Fact]
    public Task Columns_that_are_no_label_are_reported() =>
        AnalyzerVerifier.VerifyAsync<InvalidColumnsAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset, {|BALG0013:ClassColumns|}] public partial record A(bool X, bool Y);
            [BalancedDataset, {|BALG0013:ClassColumns("X", "Z")|}] public partial record B(bool X, bool Y);
            [BalancedDataset, {|BALG0013:ClassColumns("X", "X")|}] public partial record C(bool X, bool Y);
            [BalancedDataset, {|BALG0013:ClassColumns("X", "Y")|}] public partial record D(bool X, int Y);
            [BalancedDataset, {|BALG0013:ClassColumns(From = "X")|}] public partial record E(bool X, bool Y);
            [BalancedDataset, {|BALG0013:ClassColumns(From = "Y", To = "X")|}] public partial record F(bool X, bool Y);
            [BalancedDataset, {|BALG0013:ClassColumns("X", From = "X", To = "Y")|}] public partial record G(bool X, bool Y);
            [BalancedDataset, {|BALG0013:ClassColumns(From = "X", To = "Y")|}] public partial record H(bool X);
            public partial record H { public bool Y { get; init; } }
            """,
            "The columns of 'A' are not a label because none are declared; name the members, or the first and the last with From and To",
            "The columns of 'B' are not a label because 'Z' is no readable property or field of a row; name members of the type",
            "The columns of 'C' are not a label because 'X' is named twice; remove one of them",
            "The columns of 'D' are not a label because they have different types; give them the same type",
            "The columns of 'E' are not a label because only one end of the range is given; give both From and To",
            "The columns of 'F' are not a label because 'Y' is declared after 'X'; exchange them",
            "The columns of 'G' are not a label because the members are named and given as a range; remove From and To",
            "The columns of 'H' are not a label because 'X' and 'Y' are declared in different parts of the type; move them into one part, or name each member");

    [Fact]
    public Task Columns_of_one_type_are_fine() =>
        AnalyzerVerifier.VerifyAsync<InvalidColumnsAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset, ClassColumns("X", "Y")] public partial record A(bool X) { public bool Y; }
            [BalancedDataset, ClassColumns(From = "X", To = "Y")] public partial class B { public float X, Z; public float Y { get; set; } }
            """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync<InvalidColumnsAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset, {|BALG0013:ClassColumns("Z")|}] public partial record Row(bool X);
            """);
}
