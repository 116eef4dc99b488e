using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class TargetNotPartialTests
{
    [Fact]
    public Task Type_is_reported_at_its_name() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.TargetNotPartial,
            """
            using BalanceGen;
            [BalancedDataset] public record struct {|BALG0001:CatPhoto|}([ClassLabel] bool Label);
            """,
            "'CatPhoto' cannot be given its member 'Classes' because 'CatPhoto' is not partial; add the modifier 'partial'");

    [Fact]
    public Task Containers_are_named() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.TargetNotPartial,
            """
            using BalanceGen;
            public class Outer { public partial class Middle { public struct Inner { [BalancedDataset] public partial record {|BALG0001:Row|}([ClassLabel] bool Label); } } }
            """,
            "'Row' cannot be given its member 'Classes' because 'Outer' and 'Inner' are not partial; add the modifier 'partial'");

    [Fact]
    public Task Part_without_the_modifier_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.TargetNotPartial,
            """
            using BalanceGen;
            [BalancedDataset] public partial record {|BALG0001:Row|}([ClassLabel] bool Label);
            public record Row { public string File { get; init; } = ""; }
            """);

    [Fact]
    public Task Partial_type_in_partial_containers_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.TargetNotPartial,
            """
            using BalanceGen;
            partial interface IOuter { private partial class Middle { [BalancedDataset] internal partial record Row([ClassLabel] bool Label); } }
            """);

    [Fact]
    public Task Type_without_the_attribute_need_not_be_partial() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.TargetNotPartial,
            """
            using BalanceGen;
            public record Row([property: ClassLabel] bool Label);
            """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.TargetNotPartial,
            """
            using BalanceGen;
            [BalancedDataset] public record {|BALG0001:Row|}([ClassLabel] bool Label);
            """);

    [Fact]
    public Task Fix_makes_the_type_and_its_containers_partial_and_keeps_comments() =>
        CodeFixVerifier.VerifyAsync<TargetNotPartialFixer>(
            Descriptors.TargetNotPartial,
            """
            using BalanceGen;
            // the container
            static class Outer
            {
                public partial interface IMiddle
                {
                    /// <summary>Row.</summary>
                    [BalancedDataset] // marked
                    public readonly record struct Row([ClassLabel] bool Label);

                    record Untouched;
                }
            }
            """,
            """
            using BalanceGen;
            // the container
            static partial class Outer
            {
                public partial interface IMiddle
                {
                    /// <summary>Row.</summary>
                    [BalancedDataset] // marked
                    public readonly partial record struct Row([ClassLabel] bool Label);

                    record Untouched;
                }
            }
            """);

    [Fact]
    public Task Fix_of_a_type_without_modifiers_keeps_what_stands_before_it() =>
        CodeFixVerifier.VerifyAsync<TargetNotPartialFixer>(
            Descriptors.TargetNotPartial,
            """
            // first line
            [BalanceGen.BalancedDataset]
            /* here */ record Row([BalanceGen.ClassLabel] bool Label);
            """,
            """
            // first line
            [BalanceGen.BalancedDataset]
            /* here */ partial record Row([BalanceGen.ClassLabel] bool Label);
            """);

    [Fact]
    public Task Fix_all_changes_a_shared_container_once_and_every_document() =>
        CodeFixVerifier.VerifyFixAllAsync<TargetNotPartialFixer>(
            Descriptors.TargetNotPartial,
            [
                """
                using BalanceGen;
                public class Outer
                {
                    [BalancedDataset] public record A([ClassLabel] bool Label);
                    [BalancedDataset] struct B { [ClassLabel] public bool Label; }
                    [BalancedDataset] public partial record C([ClassLabel] bool Label);
                }
                """,
                """
                [BalanceGen.BalancedDataset] public sealed class D { [BalanceGen.ClassLabel] public bool Label { get; set; } }
                """,
                "public class Unrelated;",
            ],
            [
                """
                using BalanceGen;
                public partial class Outer
                {
                    [BalancedDataset] public partial record A([ClassLabel] bool Label);
                    [BalancedDataset] partial struct B { [ClassLabel] public bool Label; }
                    [BalancedDataset] public partial record C([ClassLabel] bool Label);
                }
                """,
                """
                [BalanceGen.BalancedDataset] public sealed partial class D { [BalanceGen.ClassLabel] public bool Label { get; set; } }
                """,
                "public class Unrelated;",
            ]);
}
