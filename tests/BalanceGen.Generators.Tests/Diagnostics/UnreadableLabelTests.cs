using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class UnreadableLabelTests
{
    [Fact]
    public Task Static_member_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnreadableLabel,
            """
            using BalanceGen;
            [BalancedDataset] public partial class Row { [ClassLabel] public static bool {|BALG0005:Label|} { get; set; } }
            """,
            "The label 'Label' of 'Row' cannot be read from a row because it is static, and so the same for every row; remove 'static'");

    [Fact]
    public Task Property_without_get_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnreadableLabel,
            """
            using BalanceGen;
            [BalancedDataset] public partial class Row { [ClassLabel] public bool {|BALG0005:Label|} { set { } } }
            """,
            "The label 'Label' of 'Row' cannot be read from a row because it is a property without 'get'; add 'get'");

    [Fact]
    public Task Indexer_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnreadableLabel,
            """
            using BalanceGen;
            [BalancedDataset] public partial class Row { [ClassLabel] public bool {|BALG0005:this|}[int index] => true; }
            """);

    [Fact]
    public Task Explicit_interface_implementation_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnreadableLabel,
            """
            using BalanceGen;
            public interface ILabelled { bool Label { get; } }
            [BalancedDataset] public partial class Row : ILabelled { [ClassLabel] bool ILabelled.{|BALG0005:Label|} => true; }
            """);

    [Fact]
    public Task Parameter_of_a_class_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnreadableLabel,
            """
            using BalanceGen;
            [BalancedDataset] public partial class Row([ClassLabel] bool {|BALG0005:label|}) { public bool Label => label; }
            """,
            "The label 'label' of 'Row' cannot be read from a row because it is a parameter and not a property or field; mark a property or field, or a positional parameter of a record");

    [Fact]
    public Task Parameter_of_another_constructor_of_a_record_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnreadableLabel,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row(bool Label) { public Row([ClassLabel] bool {|BALG0005:Label|}, int other) : this(Label) { } }
            """);

    [Fact]
    public Task Private_property_without_set_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnreadableLabel,
            """
            using BalanceGen;
            [BalancedDataset] public partial class Row { [ClassLabel] private bool Label => true; }
            """);

    [Theory]
    [InlineData("[ClassLabel] public bool {|BALG0005:Label|}(int of) => true;", "a method with parameters; let it compute the label from the row alone")]
    [InlineData("[ClassLabel] public bool {|BALG0005:Label|}<T>() => true;", "a generic method; remove its type parameters")]
    [InlineData("[ClassLabel] public void {|BALG0005:Label|}() { }", "a method without a result; let it return the label")]
    [InlineData("[ClassLabel] public bool {|BALG0005:this|}[int index] => true;", "an indexer; mark a property without parameters", "this[]")]
    [InlineData("[ClassLabel] bool ILabelled.{|BALG0005:Label|} => true;", "an explicit interface implementation; mark a property of the type itself", "ILabelled.Label")]
    public Task Message_says_what_the_member_is_and_what_to_mark(string member, string problem, string name = "Label") =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnreadableLabel,
            $$"""
            using BalanceGen;
            public interface ILabelled { bool Label => true; }
            [BalancedDataset] public partial class Row : ILabelled { {{member}} }
            """,
            $"The label '{name}' of 'Row' cannot be read from a row because it is {problem}");

    [Theory]
    [InlineData("[ClassLabel] private bool {|BALG0005:Label|} => true;", "", "not accessible in 'Row'; make it accessible, or mark a member of the type itself")]
    [InlineData("[ClassLabel] public bool {|BALG0005:Label|} { private get; set; }", "", "not accessible in 'Row'; make it accessible, or mark a member of the type itself")]
    [InlineData("[ClassLabel] public bool {|BALG0005:Label|};", "public new int Label() => 0;", "hidden by 'Row.Label'; mark that member, or rename it")]
    [InlineData("[ClassLabel] protected bool Label;", "", null)]
    [InlineData("[ClassLabel] private protected bool Label;", "", null)]
    [InlineData("[ClassLabel] internal bool Label;", "", null)]
    [InlineData("[ClassLabel] public virtual bool Label => true;", "public override bool Label => false;", null)]
    public Task Label_of_a_base_class_is_read_where_the_row_sees_it(string inherited, string own, string? problem) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnreadableLabel,
            $$"""
            using BalanceGen;
            public class Base { {{inherited}} }
            [BalancedDataset] public partial class Row : Base { {{own}} }
            """,
            problem is null ? [] : [$"The label 'Label' of 'Row' cannot be read from a row because it is {problem}"]);

    [Theory]
    [InlineData("[ClassLabel] private static bool {|BALG0005:Label|} => true;")]
    [InlineData("[ClassLabel] private static bool {|BALG0005:Label|}() => true;")]
    [InlineData("[ClassLabel] private static bool {|BALG0005:Label|}(string row) => true;")]
    [InlineData("[ClassLabel] private static bool {|BALG0005:Label|}(int row, int other) => true;")]
    [InlineData("[ClassLabel] private static bool {|BALG0005:Label|}(ref int row) => true;")]
    [InlineData("[ClassLabel] private static bool {|BALG0005:Label|}<T>(int row) => true;")]
    [InlineData("[ClassLabel] private static void {|BALG0005:Label|}(int row) { }")]
    public Task Label_of_a_companion_is_a_static_method_of_the_row(string member) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnreadableLabel,
            $$"""
            using BalanceGen;
            [BalancedDataset<int>] public static partial class Rows { {{member}} }
            """,
            "The label 'Label' of 'Rows' cannot be read from a row because it is not a method that takes a row; mark a static method with one parameter of type 'int'");

    [Fact]
    public Task Method_of_a_companion_that_takes_a_row_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnreadableLabel,
            """
            using BalanceGen;
            [BalancedDataset<int>] public static partial class A { [ClassLabel] private static bool Label(int row) => true; }
            [BalancedDataset<int>] public static partial class B { [ClassLabel] private static bool Label(in int row) => true; }
            """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.UnreadableLabel,
            """
            using BalanceGen;
            [BalancedDataset] public partial class Row { [ClassLabel] public static bool {|BALG0005:Label|} { get; set; } }
            """);
}
