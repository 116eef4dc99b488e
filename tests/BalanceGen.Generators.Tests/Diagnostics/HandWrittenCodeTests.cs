using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class HandWrittenCodeTests
{
    [Fact]
    public Task Every_form_is_recognised_with_what_to_write_instead() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.HandWrittenCode,
            UsageSource.Of("""
                static double A(List<Cat> cats) { var n = cats.{|BALG0220:GroupBy|}(cat => cat.Breed).ToDictionary(group => group.Key, group => group.Count()); return n[Breed.Siamese] / (double)n[Breed.Birman]; }
                static int B(Cat cat) => cat.Breed {|BALG0220:switch|} { Breed.Siamese => 0, Breed.Birman => 1, _ => throw new Exception() };
                static void C(Cat[] cats, List<int>[] rowsOf) { for (int row = 0; row < cats.Length; row++) { rowsOf[Cat.Classes.IndexOf(cats[row])].{|BALG0220:Add|}(row); } }
                static Cat[] D(Cat[] cats, Random random) => cats.Where(cat => cat.Breed == Breed.Birman).{|BALG0220:OrderBy|}(_ => random.Next()).Take(10).ToArray();
                static void E(Cat[] cats, List<int>[] rowsOf) { for (int row = 0; row < cats.Length; row++) { rowsOf[(int)cats[row].Breed].{|BALG0220:Add|}(row); } }
                """),
            "'GroupBy' counts the rows of each class of 'Cat' by hand; write 'Cat.Classes.CountRows', which counts in one pass, and 0 for a class without rows",
            "'switch' gives every class of 'Cat' its index by hand; write 'Cat.Classes.IndexOf', which has a new class the day it is added",
            "'Add' lists the rows of each class of 'Cat' by hand; take them from 'Cat.Classes.Index(rows).Index', which has them in one array sorted by class, and which samplers draw from",
            "'OrderBy' shuffles the rows of one class of 'Cat' to take some of them by hand; draw by a sampler of 'Cat.Classes.Index(rows)', which has exact shares, repeats no row before it must, and draws the same rows again from its seed",
            "'Add' lists the rows of each class of 'Cat' by hand; take them from 'Cat.Classes.Index(rows).Index', which has them in one array sorted by class, and which samplers draw from");

    [Theory]
    [InlineData("static Dictionary<Breed, int> A(List<Cat> cats) => cats.GroupBy(cat => cat.Breed).ToDictionary(group => group.Key, group => group.Count());")]
    [InlineData("static void A(List<Cat> cats) { var n = cats.GroupBy(cat => cat.Breed).ToDictionary(group => group.Key, group => group.Count()); foreach (var pair in n) { Console.WriteLine(pair.Value); } }")]
    [InlineData("static int A(List<Cat> cats) { var n = cats.GroupBy(cat => cat.Breed).ToDictionary(group => group.Key, group => group.Count()); return n[Breed.Birman]; }")]
    [InlineData("static double A(List<Cat> cats) { var n = cats.GroupBy(cat => cat.File).ToDictionary(group => group.Key, group => group.Count()); return n[\"a\"]; }")]
    [InlineData("static double A(List<Cat> cats) { var n = cats.GroupBy(cat => cat.Breed).ToDictionary(group => group.Key, group => group.Sum(cat => 2)); return n[Breed.Birman]; }")]
    [InlineData("static double A(List<Cat> cats) { var n = cats.GroupBy(cat => cat.Breed).ToDictionary(group => group.Key, group => group.Count(cat => cat.File != \"\")); return n[Breed.Birman]; }")]
    [InlineData("static double A(List<Breed> breeds) { var n = breeds.GroupBy(breed => breed).ToDictionary(group => group.Key, group => group.Count()); return n[Breed.Birman]; }")]
    [InlineData("static int A(Cat cat) => cat.Breed switch { Breed.Siamese => 1, Breed.Birman => 0, _ => throw new Exception() };")]
    [InlineData("static int A(Cat cat) => cat.Breed switch { Breed.Siamese => 0, Breed.Birman => 1, _ => -1 };")]
    [InlineData("static int A(Cat cat) => cat.Breed switch { Breed.Siamese => 0, _ => throw new Exception() };")]
    [InlineData("static int A(Cat cat, bool b) => cat.Breed switch { Breed.Siamese when b => 0, Breed.Birman => 1, _ => throw new Exception() };")]
    [InlineData("static string A(Cat cat) => cat.Breed switch { Breed.Siamese => \"0\", Breed.Birman => \"1\", _ => throw new Exception() };")]
    [InlineData("static void A(Cat[] cats, List<int>[] rowsOf) { for (int row = 0; row < cats.Length; row++) { rowsOf[row % 2].Add(row); } }")]
    [InlineData("static Cat[] A(Cat[] cats) => cats.Where(cat => cat.Breed == Breed.Birman).OrderBy(cat => cat.File).Take(10).ToArray();")]
    [InlineData("static Cat[] A(Cat[] cats, Random random) => cats.OrderBy(_ => random.Next()).Take(10).ToArray();")]
    public Task Another_use_is_fine(string members) => AnalyzerVerifier.VerifyAsync(Descriptors.HandWrittenCode, UsageSource.Of(members));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.HandWrittenCode,
            UsageSource.Of("static int B(Cat cat) => cat.Breed {|BALG0220:switch|} { Breed.Siamese => 0, Breed.Birman => 1, _ => throw new Exception() };"));

    [Theory]
    [InlineData("var n = cats.GroupBy(cat => cat.Breed).ToDictionary(group => group.Key, group => group.Count()); /* a */")]
    [InlineData("Dictionary<Breed, int> n = cats.GroupBy(cat => cat.Breed).ToDictionary(group => group.Key, group => group.Count()); /* a */")]
    [InlineData("var n = cats.CountBy(cat => cat.Breed).ToDictionary(); /* a */")]
    public Task Fix_counts_with_the_generated_classes(string counted) =>
        CodeFixVerifier.VerifyAsync<HandWrittenCodeFixer>(
            Descriptors.HandWrittenCode,
            UsageSource.Of($$"""static double A(List<Cat> cats, Breed breed) { {{counted}} return n[Breed.Siamese] > 3 ? 1.0 / n[breed /* b */] : 0; }"""),
            UsageSource.Of("""static double A(List<Cat> cats, Breed breed) { var n = Cat.Classes.CountRows(cats); /* a */ return n[Cat.Classes.IndexOf(Breed.Siamese)] > 3 ? 1.0 / n[Cat.Classes.IndexOf(breed) /* b */] : 0; }"""));

    /// <summary>A directive inside what is replaced would be lost.</summary>
    [Fact]
    public async Task Fix_is_not_offered_where_directives_stand_inside() =>
        Assert.Empty(await CodeFixVerifier.TitlesAsync<HandWrittenCodeFixer>(
            Descriptors.HandWrittenCode,
            UsageSource.Of("static int A(Cat cat) => cat.Breed switch\n{\n#if DEBUG\n#endif\n    Breed.Siamese => 0, Breed.Birman => 1, _ => throw new Exception() };")));

    [Fact]
    public Task Fix_all_takes_indices_from_the_generated_classes() =>
        CodeFixVerifier.VerifyFixAllAsync<HandWrittenCodeFixer>(
            Descriptors.HandWrittenCode,
            [
                UsageSource.Of("""
                    static int A(Cat cat) => /* a */ cat.Breed switch { Breed.Siamese => 0, Breed.Birman => 1, _ => throw new Exception() }; // b
                    static int B(Cat cat) => 2 * (cat.Breed switch { Breed.Birman => 1, Breed.Siamese => 0, _ => throw new Exception() });
                    """),
            ],
            [
                UsageSource.Of("""
                    static int A(Cat cat) => /* a */ Cat.Classes.IndexOf(cat.Breed); // b
                    static int B(Cat cat) => 2 * (Cat.Classes.IndexOf(cat.Breed));
                    """),
            ]);
}
