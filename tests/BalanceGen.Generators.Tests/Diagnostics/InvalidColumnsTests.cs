using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class InvalidColumnsTests
{
    [Fact]
    public Task Columns_that_are_no_label_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidColumns,
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
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidColumns,
            """
            using BalanceGen;
            [BalancedDataset, ClassColumns("X", "Y")] public partial record A(bool X) { public bool Y; }
            [BalancedDataset, ClassColumns(From = "X", To = "Y")] public partial class B { public float X, Z; public float Y { get; set; } }
            """);

    [Theory]
    [InlineData("From = \"Z\", To = \"Y\"", "'Z'")]
    [InlineData("From = \"X\", To = \"Z\"", "'Z'")]
    [InlineData("From = \"X\", To = \"Shared\"", "'Shared'")]
    [InlineData("From = \"X\", To = \"Hidden\"", "'Hidden'")]
    [InlineData("From = \"X\", To = \"Written\"", "'Written'")]
    public Task End_of_a_range_that_cannot_be_read_is_named(string range, string missing) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidColumns,
            $$"""
            using BalanceGen;
            public class Base { private bool Hidden; }
            [BalancedDataset, {|BALG0013:ClassColumns({{range}})|}]
            public partial class Row : Base { public bool X, Y; public static bool Shared; public bool Written { set { } } }
            """,
            $"The columns of 'Row' are not a label because {missing} is no readable property or field of a row; name a member of the type");

    [Fact]
    public Task Columns_of_a_base_class_or_interface_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidColumns,
            """
            using BalanceGen;
            public class Base { protected bool X; public virtual bool Y => true; }
            [BalancedDataset, ClassColumns("X", "Y", "Z")] public partial class A : Base { public bool Z; public override bool Y => false; }
            public interface IBase { bool X { get; } }
            [BalancedDataset, ClassColumns("X", "Y")] public partial interface IB : IBase { bool Y { get; } }
            """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.InvalidColumns,
            """
            using BalanceGen;
            [BalancedDataset, {|BALG0013:ClassColumns("Z")|}] public partial record Row(bool X);
            """);
}
