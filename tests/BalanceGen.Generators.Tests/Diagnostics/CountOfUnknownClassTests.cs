using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class CountOfUnknownClassTests
{
    [Fact]
    public Task Label_that_is_not_in_the_list_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.CountOfUnknownClass,
            """
            using BalanceGen;
            [BalancedDataset, ClassCount({|BALG0102:"Spam"|}, 747)] public partial record Sms([ClassLabel("ham", "spam")] string Label);
            """,
            "\"Spam\" is none of the classes of 'Sms', whose label is of type 'string', so its count is never used; declare the count of 'spam', the nearest class, or of one of: ham, spam");

    [Fact]
    public Task Text_for_an_enum_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.CountOfUnknownClass,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, SacredBirman = Birman }
            [BalancedDataset, ClassCount({|BALG0102:"Birman"|}, 10)] public partial record Row([ClassLabel] Breed Label);
            """,
            "\"Birman\" is none of the classes of 'Row', whose label is of type 'Breed', so its count is never used; declare the count of 'Birman', the nearest class, or of one of: Siamese, Birman");

    [Fact]
    public Task Undeclared_value_and_another_enum_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.CountOfUnknownClass,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, SacredBirman = Birman }
            public enum Other { Siamese }
            [BalancedDataset, ClassCount({|BALG0102:(Breed)7|}, 10), ClassCount({|BALG0102:Other.Siamese|}, 10)] public partial record Row([ClassLabel] Breed Label);
            """);

    [Fact]
    public Task Number_outside_the_range_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.CountOfUnknownClass,
            """
            using BalanceGen;
            [BalancedDataset, ClassCount({|BALG0102:10|}, 5), ClassCount({|BALG0102:-1|}, 5), ClassCount({|BALG0102:1.0|}, 5)] public partial record Digit([ClassLabel(Min = 0, Max = 9)] int Label);
            """);

    [Fact]
    public Task Null_and_arrays_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.CountOfUnknownClass,
            """
            using BalanceGen;
            [BalancedDataset, ClassCount({|BALG0102:null!|}, 5), ClassCount({|BALG0102:new[] { 1 }|}, 5)] public partial record Digit([ClassLabel(Min = 0, Max = 9)] int Label);
            """);

    /// <summary>Every count is compared with every class; a class list that was renamed as a whole must not stop the editor.</summary>
    [Fact]
    public async Task The_nearest_class_is_looked_for_fifty_times_and_every_count_is_reported()
    {
        string source = $$"""
            using BalanceGen;
            [BalancedDataset, {{string.Join(", ", Enumerable.Range(10, 60).Select(number => $"ClassCount(\"Class{number}\", 1)"))}}]
            public partial record Row([ClassLabel({{string.Join(", ", Enumerable.Range(10, 60).Select(number => $"\"class{number}\""))}})] string Label);
            """;

        string[] messages = [.. (await AnalyzerVerifier.DiagnosticsAsync(Descriptors.CountOfUnknownClass, TestCompilation.Of(source)))
            .OrderBy(item => item.Location.SourceSpan).Select(item => item.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];

        Assert.Equal(60, messages.Length);
        Assert.Equal(50, messages.Count(message => message.Contains("the nearest class", StringComparison.Ordinal)));
        Assert.Contains("declare the count of 'class59', the nearest class", messages[49], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(99, "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, … (100 classes)")]
    [InlineData(12, "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, … (13 classes)")]
    [InlineData(11, "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11")]
    public Task Lists_of_more_than_twelve_are_cut(int max, string listed) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.CountOfUnknownClass,
            $$"""
            using BalanceGen;
            [BalancedDataset, ClassCount({|BALG0102:100|}, 5)] public partial record Digit([ClassLabel(Min = 0, Max = {{max}})] int Label);
            """,
            $"100 is none of the classes of 'Digit', whose label is of type 'int', so its count is never used; declare the count of one of: {listed}");

    [Fact]
    public Task Alias_and_other_integer_type_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.CountOfUnknownClass,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, SacredBirman = Birman }
            [BalancedDataset, ClassCount(Breed.SacredBirman, 10)] public partial record A([ClassLabel] Breed Label);
            [BalancedDataset, ClassCount(9L, 5), ClassCount((byte)0, 5)] public partial record B([ClassLabel(Min = 0, Max = 9)] int Label);
            """);

    [Fact]
    public Task Ignored_labels_and_merged_classes_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.CountOfUnknownClass,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese, Moggy }
            [BalancedDataset, IgnoredClass(Breed.Moggy), MergedClass("East", Breed.Siamese, Breed.Burmese)]
            [ClassCount("East", 5), ClassCount(Breed.Birman, 6), ClassCount(Breed.Moggy, 7), ClassCount({|BALG0102:"Birman"|}, 8)]
            public partial record struct Cat([ClassLabel] Breed Breed);
            """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.CountOfUnknownClass,
            """
            using BalanceGen;
            [BalancedDataset, ClassCount({|BALG0102:0|}, 1)] public partial record Row([ClassLabel] bool Label);
            """);

    [Fact]
    public Task Fix_writes_the_nearest_name() =>
        CodeFixVerifier.VerifyAsync<CountOfUnknownClassFixer>(
            Descriptors.CountOfUnknownClass,
            """
            using BalanceGen;
            [BalancedDataset, ClassCount("Spma", 747)] public partial record Sms([ClassLabel("ham", "spam")] string Label);
            """,
            """
            using BalanceGen;
            [BalancedDataset, ClassCount("spam", 747)] public partial record Sms([ClassLabel("ham", "spam")] string Label);
            """);

    [Fact]
    public async Task Fix_is_not_offered_where_no_name_is_near() =>
        Assert.Empty(await CodeFixVerifier.TitlesAsync<CountOfUnknownClassFixer>(
            Descriptors.CountOfUnknownClass,
            """
            using BalanceGen;
            [BalancedDataset, ClassCount("other", 747)] public partial record Sms([ClassLabel("ham", "spam")] string Label);
            """));

    [Fact]
    public Task Fix_all_names_members_of_an_enum_too() =>
        CodeFixVerifier.VerifyFixAllAsync<CountOfUnknownClassFixer>(
            Descriptors.CountOfUnknownClass,
            [
                """
                using BalanceGen;
                using Pets;
                [BalancedDataset, ClassCount("siamese", 160), ClassCount("Birmann", 10)] public partial record Cat([ClassLabel] Breed Breed);
                """,
                "namespace Pets { public enum Breed { Siamese, Birman } }",
            ],
            [
                """
                using BalanceGen;
                using Pets;
                [BalancedDataset, ClassCount(Breed.Siamese, 160), ClassCount(Breed.Birman, 10)] public partial record Cat([ClassLabel] Breed Breed);
                """,
                "namespace Pets { public enum Breed { Siamese, Birman } }",
            ]);
}
