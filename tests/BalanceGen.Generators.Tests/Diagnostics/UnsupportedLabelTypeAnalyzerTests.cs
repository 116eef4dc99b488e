using BalanceGen.Generators.Diagnostics.Analyzers;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class UnsupportedLabelTypeAnalyzerTests
{
    [Fact]
    public Task Integer_without_a_range_is_reported() =>
        AnalyzerVerifier.VerifyAsync<UnsupportedLabelTypeAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel] {|BALG0006:int|} Label);
            """,
            "The classes of the label 'Label' of type 'int' are not known because Min and Max are not given; declare the smallest and the largest label: [ClassLabel(Min = 0, Max = 9)]");

    [Fact]
    public Task Integer_without_Min_is_reported() =>
        AnalyzerVerifier.VerifyAsync<UnsupportedLabelTypeAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel(Max = 9)] {|BALG0006:byte|} Label);
            """,
            "The classes of the label 'Label' of type 'byte' are not known because Min is not given; declare the smallest and the largest label: [ClassLabel(Min = 0, Max = 9)]");

    [Fact]
    public Task Integer_without_Max_is_reported() =>
        AnalyzerVerifier.VerifyAsync<UnsupportedLabelTypeAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial class Row { [ClassLabel(Min = 1)] public {|BALG0006:long|} Label; }
            """,
            "The classes of the label 'Label' of type 'long' are not known because Max is not given; declare the smallest and the largest label: [ClassLabel(Min = 0, Max = 9)]");

    [Fact]
    public Task String_without_classes_is_reported() =>
        AnalyzerVerifier.VerifyAsync<UnsupportedLabelTypeAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial class Row { [ClassLabel] public {|BALG0006:string|} Label { get; set; } = ""; }
            """,
            "The classes of the label 'Label' of type 'string' are not known because no classes are declared; list them in the order of their class indices: [ClassLabel(\"ham\", \"spam\")]");

    [Fact]
    public Task Null_class_list_is_no_class_list() =>
        AnalyzerVerifier.VerifyAsync<UnsupportedLabelTypeAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel(null!)] {|BALG0006:string|} Label);
            """);

    [Fact]
    public Task Nullable_value_type_is_reported() =>
        AnalyzerVerifier.VerifyAsync<UnsupportedLabelTypeAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel] {|BALG0006:bool?|} Label);
            """,
            "The classes of the label 'Label' of type 'bool?' are not known because null is no class; make the label non-nullable, or say what null means with Missing or MissingClass");

    [Fact]
    public Task Nullable_label_with_a_policy_is_fine() =>
        AnalyzerVerifier.VerifyAsync<UnsupportedLabelTypeAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial record A([ClassLabel(Missing = MissingLabelPolicy.Ignore)] bool? Label);
            [BalancedDataset] public partial record B([ClassLabel("ham", MissingClass = "ham")] string? Label);
            """);

    [Fact]
    public Task Nullable_string_is_reported() =>
        AnalyzerVerifier.VerifyAsync<UnsupportedLabelTypeAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel("ham", "spam")] {|BALG0006:string?|} Label);
            """);

    [Fact]
    public Task Other_types_are_reported() =>
        AnalyzerVerifier.VerifyAsync<UnsupportedLabelTypeAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial record A([ClassLabel] {|BALG0006:double|} Label);
            [BalancedDataset] public partial record B([ClassLabel] {|BALG0006:object|} Label);
            [BalancedDataset] public partial record C([ClassLabel] {|BALG0006:char|} Label);
            [BalancedDataset] public partial record D<T>([ClassLabel] {|BALG0006:T|} Label);
            [BalancedDataset] public partial record E([ClassLabel] {|BALG0006:bool[]|} Label);
            [BalancedDataset] public partial record F([ClassLabel("a", "b")] {|BALG0006:byte[]|} Label);
            [BalancedDataset] public partial record G([ClassLabel("a", Encoding = LabelEncoding.Utf8)] {|BALG0006:string|} Label);
            [BalancedDataset] public partial record H([ClassLabel("a", Encoding = LabelEncoding.OneHot)] {|BALG0006:decimal[]|} Label);
            """);

    [Fact]
    public Task Enum_without_members_is_reported() =>
        AnalyzerVerifier.VerifyAsync<UnsupportedLabelTypeAnalyzer>(
            """
            using BalanceGen;
            public enum Empty;
            [BalancedDataset] public partial record Row([ClassLabel] {|BALG0006:Empty|} Label);
            """,
            "The classes of the label 'Label' of type 'Empty' are not known because the enum has no members; declare a member for each class");

    [Fact]
    public Task File_local_enum_is_reported() =>
        AnalyzerVerifier.VerifyAsync<UnsupportedLabelTypeAnalyzer>(
            """
            using BalanceGen;
            file enum Breed { A }
            [BalancedDataset] file partial class Row { [ClassLabel] private {|BALG0006:Breed|} Label { get; set; } }
            """);

    [Fact]
    public Task Type_that_does_not_exist_is_left_to_the_compiler() =>
        AnalyzerVerifier.VerifyAsync<UnsupportedLabelTypeAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel] Missing Label);
            """);

    [Fact]
    public Task Complete_declarations_are_fine() =>
        AnalyzerVerifier.VerifyAsync<UnsupportedLabelTypeAnalyzer>(
            """
            using BalanceGen;
            #nullable disable
            [BalancedDataset] public partial record A([ClassLabel("ham")] string Label);
            [BalancedDataset] public partial record B([ClassLabel(Min = 0, Max = 0)] ulong Label);
            public enum One { Only }
            [BalancedDataset] public partial record C([ClassLabel] One Label);
            """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync<UnsupportedLabelTypeAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel] {|BALG0006:int|} Label);
            """);
}
