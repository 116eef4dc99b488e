using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class DuplicateCountTests
{
    [Fact]
    public Task Every_further_count_of_a_class_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.DuplicateCount,
            """
            using BalanceGen;
            [BalancedDataset, ClassCount("ham", 5), ClassCount("spam", 1), ClassCount({|BALG0104:"ham"|}, 6), ClassCount({|BALG0104:"ham"|}, 7)] public partial record Row([ClassLabel("ham", "spam")] string Label);
            """,
            "The count of class 'ham' of 'Row' is declared again: first 5, here 6; keep one of the declarations",
            "The count of class 'ham' of 'Row' is declared again: first 5, here 7; keep one of the declarations");

    [Fact]
    public Task Two_names_of_one_value_are_one_class() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.DuplicateCount,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, SacredBirman = Birman }
            [BalancedDataset, ClassCount(Breed.Birman, 5), ClassCount({|BALG0104:Breed.SacredBirman|}, 6)] public partial record Row([ClassLabel] Breed Label);
            """);

    [Fact]
    public Task Labels_of_a_merged_class_add_up_unless_a_row_may_have_both() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.DuplicateCount,
            """
            using BalanceGen;
            [BalancedDataset, MergedClass("wet", "rain", "snow"), ClassCount("sun", 1), ClassCount("rain", 2), ClassCount("snow", 3), ClassCount("wet", 4)]
            public partial record struct Hour([ClassLabel("sun", "rain", "snow")] string Weather);
            [BalancedDataset, MergedClass("wet", "rain", "snow"), ClassCount("sun", 1), ClassCount("wet", 2), ClassCount({|BALG0104:"snow"|}, 3)]
            public partial record struct Day([ClassLabel("sun", "rain", "snow", Encoding = LabelEncoding.Set)] string[] Weather);
            """,
            "The count of class 'wet' of 'Day' is declared again: first 2, here 3; keep one of the declarations");

    [Fact]
    public Task One_count_for_each_class_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.DuplicateCount,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, SacredBirman = Birman }
            [BalancedDataset, ClassCount(Breed.Birman, 5), ClassCount(Breed.Siamese, 5)] public partial record Row([ClassLabel] Breed Label);
            """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.DuplicateCount,
            """
            using BalanceGen;
            [BalancedDataset, ClassCount(true, 1), ClassCount({|BALG0104:true|}, 1)] public partial record Row([ClassLabel] bool Label);
            """);
}
