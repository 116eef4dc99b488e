using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class SeveralLabelsTests
{
    [Fact]
    public Task Every_label_after_the_first_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.SeveralLabels,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel] bool A, [{|BALG0004:ClassLabel|}] bool B, [property: {|BALG0004:ClassLabel|}] bool C);
            """,
            "'B' is a second label of 'Row', after 'A'; keep [ClassLabel] on one of them",
            "'C' is a second label of 'Row', after 'A'; keep [ClassLabel] on one of them");

    [Fact]
    public Task One_member_marked_as_parameter_and_as_property_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.SeveralLabels,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel] [property: {|BALG0004:ClassLabel|}] bool A);
            """);

    [Fact]
    public Task One_label_in_each_of_two_types_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.SeveralLabels,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel] bool A) { [BalancedDataset] public partial record Inner([ClassLabel] bool B); }
            """);

    [Fact]
    public Task Label_beside_columns_is_reported_where_the_type_itself_has_both() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.SeveralLabels,
            """
            using BalanceGen;
            public class Base { [ClassLabel] public bool Inherited; }
            [BalancedDataset, ClassColumns("X", "Y")] public partial class A : Base { [{|BALG0004:ClassLabel|}] public bool X; public bool Y; }
            [BalancedDataset, ClassColumns("X", "Y")] public partial class B : Base { public bool X, Y; }
            """,
            "'X' is a second label of 'A', after '[ClassColumns]'; keep [ClassLabel] on one of them");

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.SeveralLabels,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel] bool A, [{|BALG0004:ClassLabel|}] bool B);
            """);
}
