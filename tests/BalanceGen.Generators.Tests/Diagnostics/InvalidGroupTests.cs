using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class InvalidGroupTests
{
    private const string Use = "use a number, a string, an enum, Guid or a tuple of these";

    [Fact]
    public Task Groups_that_are_none_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidGroup,
            """
            using BalanceGen;
            [BalancedDataset] public partial record A([ClassLabel] bool Label, [{|BALG0015:Group|}] byte[] Patient);
            [BalancedDataset] public partial record B([ClassLabel] bool Label, [Group] int Hospital, [{|BALG0015:Group|}] int Patient);
            [BalancedDataset] public partial class C { [ClassLabel] public bool Label; [{|BALG0015:Group|}] public static int Patient; }
            """,
            $"The group 'Patient' of 'A' cannot be read because 'byte[]' is a collection, which is not compared by its elements; {Use}",
            "The group 'Patient' of 'B' cannot be read because 'Hospital' is a group already; keep one of them",
            "The group 'Patient' of 'C' cannot be read because it is static, and so the same for every row; remove 'static'");

    [Theory]
    [InlineData("[{|BALG0015:Group|}] public int Patient(int of) => 1;", "it is a method with parameters; let it compute the group from the row alone")]
    [InlineData("[{|BALG0015:Group|}] public void Patient() { }", $"it returns nothing; {Use}")]
    [InlineData("[{|BALG0015:Group|}] public System.ReadOnlySpan<char> Patient() => default;", $"'ReadOnlySpan<char>' is a 'ref struct', which cannot be kept; {Use}")]
    [InlineData("[{|BALG0015:Group|}] public System.ReadOnlyMemory<char> Patient;", $"'ReadOnlyMemory<char>' is a collection, which is not compared by its elements; {Use}")]
    [InlineData("[{|BALG0015:Group|}] public System.Collections.Generic.List<int> Patient = [];", $"'List<int>' is a collection, which is not compared by its elements; {Use}")]
    [InlineData("[{|BALG0015:Group|}] public dynamic Patient = 1;", $"'dynamic' is not compared by value; {Use}")]
    [InlineData("[{|BALG0015:Group|}] public unsafe int* Patient;", $"'int*' is not compared by value; {Use}")]
    [InlineData("[{|BALG0015:Group|}] public System.Action Patient = null!;", $"'Action' is not compared by value; {Use}")]
    public Task Message_says_what_the_member_is_and_what_to_mark(string member, string problem) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidGroup,
            $$"""
            using BalanceGen;
            [BalancedDataset] public partial class Row { [ClassLabel] public bool Label; {{member}} }
            """,
            $"The group 'Patient' of 'Row' cannot be read because {problem}");

    [Theory]
    [InlineData("string")]
    [InlineData("string?")]
    [InlineData("int?")]
    [InlineData("System.Guid")]
    [InlineData("(int, string)")]
    [InlineData("object")]
    public Task What_is_compared_by_value_is_a_group(string type) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidGroup,
            $$"""
            using BalanceGen;
            [BalancedDataset] public partial record A([ClassLabel] bool Label, [Group] {{type}} Patient);
            [BalancedDataset] public partial class B { [ClassLabel] public bool Label; [Group] private {{type}} Patient() => default!; }
            public interface IGrouped { [Group] {{type}} Patient { get; } }
            [BalancedDataset] public partial interface ID : IGrouped { [ClassLabel] bool Label { get; } }
            """);

    [Theory]
    [InlineData("[{|BALG0015:Group|}] private static int Patient => 1;")]
    [InlineData("[{|BALG0015:Group|}] private static int Patient(string row) => 1;")]
    public Task Group_of_a_companion_is_a_static_method_of_the_row(string member) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidGroup,
            $$"""
            using BalanceGen;
            [BalancedDataset<int>] public static partial class Rows { [ClassLabel] private static bool Label(int row) => true; {{member}} }
            """,
            "The group 'Patient' of 'Rows' cannot be read because it is no method that takes a row; mark a static method with one parameter of type 'int'");

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.InvalidGroup,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel] bool Label, [{|BALG0015:Group|}] int[] Patient);
            """);
}
