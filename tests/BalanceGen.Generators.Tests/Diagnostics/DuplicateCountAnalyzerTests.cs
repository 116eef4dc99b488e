using BalanceGen.Generators.Diagnostics.Analyzers;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class DuplicateCountAnalyzerTests
{
    [Fact]
    public Task Every_further_count_of_a_class_is_reported() =>
        AnalyzerVerifier.VerifyAsync<DuplicateCountAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset, ClassCount("ham", 5), ClassCount("spam", 1), ClassCount({|BALG0104:"ham"|}, 6), ClassCount({|BALG0104:"ham"|}, 7)] public partial record Row([ClassLabel("ham", "spam")] string Label);
            """,
            "The count of class 'ham' of 'Row' is declared again: first 5, here 6; keep one of the declarations",
            "The count of class 'ham' of 'Row' is declared again: first 5, here 7; keep one of the declarations");

    [Fact]
    public Task Two_names_of_one_value_are_one_class() =>
        AnalyzerVerifier.VerifyAsync<DuplicateCountAnalyzer>(
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, SacredBirman = Birman }
            [BalancedDataset, ClassCount(Breed.Birman, 5), ClassCount({|BALG0104:Breed.SacredBirman|}, 6)] public partial record Row([ClassLabel] Breed Label);
            """);

    [Fact]
    public Task One_count_for_each_class_is_fine() =>
        AnalyzerVerifier.VerifyAsync<DuplicateCountAnalyzer>(
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, SacredBirman = Birman }
            [BalancedDataset, ClassCount(Breed.Birman, 5), ClassCount(Breed.Siamese, 5)] public partial record Row([ClassLabel] Breed Label);
            """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync<DuplicateCountAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset, ClassCount(true, 1), ClassCount({|BALG0104:true|}, 1)] public partial record Row([ClassLabel] bool Label);
            """);
}
