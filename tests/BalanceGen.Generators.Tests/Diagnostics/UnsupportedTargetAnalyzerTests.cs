using BalanceGen.Generators.Diagnostics.Analyzers;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class UnsupportedTargetAnalyzerTests
{
    [Fact]
    public Task Static_class_is_reported() =>
        AnalyzerVerifier.VerifyAsync<UnsupportedTargetAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public static partial class {|BALG0002:Rows|} { [ClassLabel] public static bool Label { get; set; } }
            """,
            "'Rows' cannot be a balanced data set because a static type has no rows; remove 'static'");

    [Fact]
    public Task Ref_struct_is_reported() =>
        AnalyzerVerifier.VerifyAsync<UnsupportedTargetAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public ref partial struct {|BALG0002:Row|} { [ClassLabel] public bool Label { get; set; } }
            """,
            "'Row' cannot be a balanced data set because rows are stored in arrays, where a 'ref struct' cannot be; remove 'ref'");

    [Fact]
    public Task File_local_type_is_reported() =>
        AnalyzerVerifier.VerifyAsync<UnsupportedTargetAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] file partial record {|BALG0002:Row|}([ClassLabel] bool Label);
            """,
            "'Row' cannot be a balanced data set because a file-local type cannot be completed from the generated file; remove 'file'");

    [Fact]
    public Task Type_inside_a_file_local_type_is_reported() =>
        AnalyzerVerifier.VerifyAsync<UnsupportedTargetAnalyzer>(
            """
            using BalanceGen;
            file partial class Outer { [BalancedDataset] public partial record {|BALG0002:Row|}([ClassLabel] bool Label); }
            """);

    [Fact]
    public Task Static_container_and_private_target_are_fine() =>
        AnalyzerVerifier.VerifyAsync<UnsupportedTargetAnalyzer>(
            """
            using BalanceGen;
            public static partial class Outer { [BalancedDataset] private partial record Row([ClassLabel] bool Label); }
            """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync<UnsupportedTargetAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public static partial class {|BALG0002:Rows|} { [ClassLabel] public static bool Label { get; set; } }
            """);
}
