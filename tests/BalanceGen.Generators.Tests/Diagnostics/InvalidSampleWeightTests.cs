using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class InvalidSampleWeightTests
{
    [Fact]
    public Task Weights_that_are_none_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidSampleWeight,
            """
            using BalanceGen;
            [BalancedDataset] public partial record A([ClassLabel] bool Label, [{|BALG0014:SampleWeight|}] string Weight);
            [BalancedDataset] public partial record B([ClassLabel] bool Label, [SampleWeight] float X, [{|BALG0014:SampleWeight|}] float Y);
            [BalancedDataset] public partial class C { [ClassLabel] public bool Label; [{|BALG0014:SampleWeight|}] public static double Weight; }
            """,
            "The weight 'Weight' of 'A' cannot be read because 'string' is no number type; use 'double', 'float', 'decimal', Half or an integer type",
            "The weight 'Y' of 'B' cannot be read because 'X' is a weight already; keep one of them",
            "The weight 'Weight' of 'C' cannot be read because it is static, and so the same for every row; remove 'static'");

    [Theory]
    [InlineData("[{|BALG0014:SampleWeight|}] public double Weight(int of) => 1;", "it is a method with parameters; let it compute the weight from the row alone")]
    [InlineData("[{|BALG0014:SampleWeight|}] public double Weight<T>() => 1;", "it is a generic method; remove its type parameters")]
    [InlineData("[{|BALG0014:SampleWeight|}] public void Weight() { }", "'void' is no number type; use 'double', 'float', 'decimal', Half or an integer type")]
    [InlineData("[{|BALG0014:SampleWeight|}] public double Weight { set { } }", "it is a property without 'get'; add 'get'")]
    [InlineData("[{|BALG0014:SampleWeight|}] public double this[int index] => 1;", "it is an indexer; mark a property without parameters", "this[]")]
    [InlineData("[{|BALG0014:SampleWeight|}] double IWeighted.Weight => 1;", "it is an explicit interface implementation; mark a property of the type itself", "IWeighted.Weight")]
    [InlineData("public Row([{|BALG0014:SampleWeight|}] double weight) { }", "it is a parameter and not a property or field; mark a property or field, or a positional parameter of a record", "weight")]
    [InlineData("[{|BALG0014:SampleWeight|}] public char Weight;", "'char' is no number type; use 'double', 'float', 'decimal', Half or an integer type")]
    [InlineData("[{|BALG0014:SampleWeight|}] public double? Weight;", "'double?' is no number type; use 'double', 'float', 'decimal', Half or an integer type")]
    public Task Message_says_what_the_member_is_and_what_to_mark(string member, string problem, string name = "Weight") =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidSampleWeight,
            $$"""
            using BalanceGen;
            public interface IWeighted { double Weight => 1; }
            [BalancedDataset] public partial class Row : IWeighted { [ClassLabel] public bool Label; {{member}} }
            """,
            $"The weight '{name}' of 'Row' cannot be read because {problem}");

    [Theory]
    [InlineData("[{|BALG0014:SampleWeight|}] private double Weight => 1;", "", "it is not accessible in 'Row'; make it accessible, or mark a member of the type itself")]
    [InlineData("[{|BALG0014:SampleWeight|}] public double Weight;", "public new int Weight() => 0;", "it is hidden by 'Row.Weight'; mark that member, or rename it")]
    [InlineData("[SampleWeight] protected double Weight;", "", null)]
    [InlineData("[SampleWeight] public string Weight = \"\";", "[SampleWeight] public double Trust;", null)]
    public Task Weight_of_a_base_class_is_read_where_the_row_sees_it_and_has_none_of_its_own(string inherited, string own, string? problem) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidSampleWeight,
            $$"""
            using BalanceGen;
            public class Base { {{inherited}} }
            [BalancedDataset] public partial class Row : Base { [ClassLabel] public bool Label; {{own}} }
            """,
            problem is null ? [] : [$"The weight 'Weight' of 'Row' cannot be read because {problem}"]);

    [Theory]
    [InlineData("sbyte")]
    [InlineData("ulong")]
    [InlineData("float")]
    [InlineData("double")]
    [InlineData("decimal")]
    [InlineData("System.Half")]
    public Task Every_number_is_a_weight(string type) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidSampleWeight,
            $$"""
            using BalanceGen;
            [BalancedDataset] public partial class A { [ClassLabel] public bool Label; [SampleWeight] public {{type}} Weight; }
            [BalancedDataset] public partial class B { [ClassLabel] public bool Label; [SampleWeight] private {{type}} Weight() => default; }
            [BalancedDataset] public partial record C([ClassLabel] bool Label, [SampleWeight] {{type}} Weight);
            public interface IWeighted { [SampleWeight] {{type}} Weight { get; } }
            [BalancedDataset] public partial interface ID : IWeighted { [ClassLabel] bool Label { get; } }
            """);

    [Theory]
    [InlineData("[{|BALG0014:SampleWeight|}] private static double Weight => 1;", "it is no method that takes a row; mark a static method with one parameter of type 'int'")]
    [InlineData("[{|BALG0014:SampleWeight|}] private static double Weight(string row) => 1;", "it is no method that takes a row; mark a static method with one parameter of type 'int'")]
    [InlineData("[{|BALG0014:SampleWeight|}] private static double Weight<T>(int row) => 1;", "it is no method that takes a row; mark a static method with one parameter of type 'int'")]
    [InlineData("[{|BALG0014:SampleWeight|}] private static bool Weight(int row) => true;", "'bool' is no number type; use 'double', 'float', 'decimal', Half or an integer type")]
    [InlineData("[SampleWeight] private static double Weight(in int row) => 1;", null)]
    public Task Weight_of_a_companion_is_a_static_method_of_the_row(string member, string? problem) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidSampleWeight,
            $$"""
            using BalanceGen;
            [BalancedDataset<int>] public static partial class Rows { [ClassLabel] private static bool Label(int row) => true; {{member}} }
            """,
            problem is null ? [] : [$"The weight 'Weight' of 'Rows' cannot be read because {problem}"]);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.InvalidSampleWeight,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel] bool Label, [{|BALG0014:SampleWeight|}] bool Weight);
            """);
}
