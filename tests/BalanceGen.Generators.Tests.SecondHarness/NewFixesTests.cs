using BalanceGen.CodeFixes;
using BalanceGen.Generators.Diagnostics;

namespace BalanceGen.Generators.Tests.SecondHarness;

/// <summary>The fixes of the class-count file, of class orders and of hand-written code once more, in a harness that is not ours.</summary>
public sealed class NewFixesTests
{
    private const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing BalanceGen;\n\n";

    private const string Cat = Usings + "public enum Breed { Siamese, Birman }\n\n[BalancedDataset]\npublic partial record struct Cat(string File, [ClassLabel] Breed Breed);\n\n";

    [Fact]
    public Task Indices_by_hand_in_several_places() => new FixTest<UsageAnalyzer, HandWrittenCodeFixer>(
        Cat + """
            public static class Outer<T>
            {
                private struct Nested
                {
                    // before
                    public int A(Cat cat) => cat.Breed {|BALG0220:switch|} { Breed.Siamese => 0, Breed.Birman => 1, _ => throw new Exception() }; // after

                    public int B(Cat cat) => 2 * cat.Breed {|BALG0220:switch|} { Breed.Siamese => 0, Breed.Birman => 1, _ => throw new Exception() };
                }
            }
            """,
        Cat + """
            public static class Outer<T>
            {
                private struct Nested
                {
                    // before
                    public int A(Cat cat) => Cat.Classes.IndexOf(cat.Breed); // after

                    public int B(Cat cat) => 2 * Cat.Classes.IndexOf(cat.Breed);
                }
            }
            """).RunAsync();

    [Fact]
    public Task Counts_by_hand() => new FixTest<UsageAnalyzer, HandWrittenCodeFixer>(
        Cat + "public static class Training\n{\n    public static bool A(List<Cat> cats)\n    {\n        // counts\n        var counts = cats.{|BALG0220:GroupBy|}(cat => cat.Breed).ToDictionary(group => group.Key, group => group.Count());\n        return counts[Breed.Birman] > 9;\n    }\n}\n",
        Cat + "public static class Training\n{\n    public static bool A(List<Cat> cats)\n    {\n        // counts\n        var counts = Cat.Classes.CountRows(cats);\n        return counts[Cat.Classes.IndexOf(Breed.Birman)] > 9;\n    }\n}\n")
        .RunAsync();

    [Fact]
    public Task Missing_classes_of_a_class_count_file()
    {
        const string Source = "using BalanceGen;\n\npublic enum Breed { Siamese, Birman, Bengal }\n\n[BalancedDataset(ClassCounts = {|BALG0106:\"cats.classcounts.csv\"|}, ZeroCounts = ZeroCountRule.ZeroWeight)]\npublic partial record struct Cat([ClassLabel] Breed Breed);\n";
        return new FixTest<TargetCountsAnalyzer, CountFileFixer>(Source, Source.Replace("{|BALG0106:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal))
            .WithFile("/cats.classcounts.csv", "label,count\nSiamese,160\nBengal,9\n", "label,count\nSiamese,160\nBengal,9\nBirman,0\n")
            .RunAsync();
    }

    [Fact]
    public Task Label_that_is_nearly_a_class()
    {
        const string Source = "using BalanceGen;\n\npublic enum Breed { Siamese, Birman }\n\n[BalancedDataset(ClassCounts = {|BALG0107:\"cats.classcounts.csv\"|})]\npublic partial record struct Cat([ClassLabel] Breed Breed);\n";
        return new FixTest<TargetCountsAnalyzer, CountFileFixer>(Source, Source.Replace("{|BALG0107:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal))
            .WithFile("/cats.classcounts.csv", "Siamese,160\nBirmann,9\n", "Siamese,160\nBirman,9\n")
            .RunAsync();
    }

    [Fact]
    public Task Order_of_classes_that_has_changed()
    {
        const string Source = "using BalanceGen;\n\n[BalancedDataset]\npublic partial record struct Cat([ClassLabel(ClassesFrom = \"cats.classes.txt\", {|BALG0117:ClassOrder = \"2:0000000000000000\"|})] string Breed);\n";
        return new FixTest<TargetValidityAnalyzer, ClassesRenumberedFixer>(
            Source,
            "using BalanceGen;\n\n[BalancedDataset]\npublic partial record struct Cat([ClassLabel(ClassesFrom = \"cats.classes.txt\", ClassOrder = \"2:AB40D7820D408076\")] string Breed);\n")
            .WithFile("/cats.classes.txt", "a\nb\n", "a\nb\n")
            .RunAsync();
    }
}
