using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class UnsupportedTargetTests
{
    [Fact]
    public Task Static_class_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedTarget,
            """
            using BalanceGen;
            [BalancedDataset] public static partial class {|BALG0002:Rows|} { [ClassLabel] public static bool Label { get; set; } }
            """,
            "'Rows' cannot be a balanced data set because a static type has no rows; remove 'static'");

    [Fact]
    public Task Ref_struct_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedTarget,
            """
            using BalanceGen;
            [BalancedDataset] public ref partial struct {|BALG0002:Row|} { [ClassLabel] public bool Label { get; set; } }
            """,
            "'Row' cannot be a balanced data set because rows are stored in arrays, where a 'ref struct' cannot be; remove 'ref'");

    [Fact]
    public Task File_local_type_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedTarget,
            """
            using BalanceGen;
            [BalancedDataset] file partial record {|BALG0002:Row|}([ClassLabel] bool Label);
            """,
            "'Row' cannot be a balanced data set because a file-local type cannot be completed from the generated file; remove 'file'");

    [Fact]
    public Task Type_inside_a_file_local_type_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedTarget,
            """
            using BalanceGen;
            file partial class Outer { [BalancedDataset] public partial record {|BALG0002:Row|}([ClassLabel] bool Label); }
            """);

    [Fact]
    public Task Static_container_and_private_target_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedTarget,
            """
            using BalanceGen;
            public static partial class Outer { [BalancedDataset] private partial record Row([ClassLabel] bool Label); }
            """);

    [Theory]
    [InlineData("[BalancedDataset, BalancedDataset<int>] public static partial class {|BALG0002:Rows|} { }", "Rows", "its rows are of two types; keep one of the attributes")]
    [InlineData("public partial interface IOuter<out T> { [BalancedDataset] public partial record {|BALG0002:Row|}([ClassLabel] bool Label); }", "Row", "types cannot be nested in an interface whose type parameters are 'in' or 'out'; remove 'in' and 'out'")]
    [InlineData("[BalancedDataset<int>] public partial class {|BALG0002:Rows|} { }", "Rows", "the companion of a row type has no rows of its own; make it a static class")]
    [InlineData("[BalancedDataset<int>] file static partial class {|BALG0002:Rows|} { }", "Rows", "a file-local type cannot be completed from the generated file; remove 'file'")]
    [InlineData("file class Old; [BalancedDataset<Old>] internal static partial class {|BALG0002:Rows|} { }", "Rows", "the generated file cannot name the file-local 'Old'; remove 'file'")]
    [InlineData("internal class Old; [BalancedDataset<Old>] public static partial class {|BALG0002:Rows|} { }", "Rows", "'Old' is less accessible than its companion; make the companion internal")]
    [InlineData("[BalancedDataset<int[]>] public static partial class {|BALG0002:Rows|} { }", "Rows", "'int[]' is no class, record, struct or interface that rows can be of; name another type")]
    public Task Message_says_why_there_can_be_no_rows_and_the_remedy(string source, string target, string problem) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedTarget,
            "using BalanceGen;\n" + source, $"'{target}' cannot be a balanced data set because {problem}");

    [Fact]
    public Task Two_types_of_one_name_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedTarget,
            """
            using BalanceGen;
            [BalancedDataset] public partial record {|BALG0002:Row|}([ClassLabel] bool Label);
            public struct Row { }
            """,
            "'Row' cannot be a balanced data set because there is another type of its name; rename one of them");

    /// <summary>Even the file that the SDK writes for every assembly does not compile then, but a compilation without it does.</summary>
    [Fact]
    public Task Type_that_hides_a_namespace_of_generated_code_is_reported_at_every_data_set() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedTarget,
            """
            using BalanceGen;
            [BalancedDataset] public partial record {|BALG0002:Row|}([ClassLabel(Max = 3)] byte Label);
            [BalancedDataset] public partial record struct {|BALG0002:System|}([ClassLabel(Max = 3)] byte Label);
            """,
            "'Row' cannot be a balanced data set because the type 'System' of the global namespace hides the namespace 'System' from the generated file; rename that type",
            "'System' cannot be a balanced data set because the type 'System' of the global namespace hides the namespace 'System' from the generated file; rename that type");

    [Fact]
    public Task Types_that_hide_no_namespace_from_the_generated_file_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedTarget,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel(Max = 3)] byte Label) { public class System; }
            public class System<T>;
            file class System;
            namespace Mine { public class System; [BalancedDataset] public partial record Row([ClassLabel(Max = 3)] byte Label); }
            """);

    [Theory]
    [InlineData("internal class Old; [BalancedDataset<Old>] internal static partial class Rows { }")]
    [InlineData("internal class Old; internal static partial class Outer { [BalancedDataset<Old>] public static partial class Rows { } }")]
    [InlineData("public static partial class Outer { internal class Old; [BalancedDataset<Old>] private static partial class Rows { } }")]
    [InlineData("[BalancedDataset<NoSuchType>] public static partial class Rows { }")]
    [InlineData("public partial interface IOuter<T> { [BalancedDataset] public partial record Row([ClassLabel] bool Label); }")]
    public Task Companion_that_is_as_accessible_as_its_rows_and_plain_containers_are_fine(string source) =>
        AnalyzerVerifier.VerifyAsync(Descriptors.UnsupportedTarget, "using BalanceGen;\n" + source);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.UnsupportedTarget,
            """
            using BalanceGen;
            [BalancedDataset] public static partial class {|BALG0002:Rows|} { [ClassLabel] public static bool Label { get; set; } }
            """);
}
