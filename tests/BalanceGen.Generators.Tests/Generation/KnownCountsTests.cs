using System.Reflection;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>What is baked in where the counts are known, executed and compared with what the library computes.</summary>
public sealed class KnownCountsTests
{
    private const string Usings = "using System;\nusing System.Linq;\nusing BalanceGen;\nusing BalanceGen.Sampling;\n";

    private const string Cat = """
        public enum Breed { Siamese, Birman, Burmese }
        [BalancedDataset(ClassCounts = "cats.classcounts.csv")] public partial record struct Cat([ClassLabel] Breed Breed);
        """;

    /// <summary>Counts with an empty class only where the policy allows it; near the integer limit, equal, and far apart.</summary>
    public static TheoryData<string, string, string> Counts => new()
    {
        { "160,10,3", "", "default" },
        { "1,1,1", "", "default" },
        { "9223372036854775000,1,3", "", "default" },
        { "7,123456789012345,33", ", ZeroCounts = ZeroCountRule.Throw", "ZeroCountPolicy.Throw" },
        { "160,0,3", ", ZeroCounts = ZeroCountRule.ZeroWeight", "ZeroCountPolicy.ZeroWeight" },
        { "160,0,0", ", ZeroCounts = ZeroCountRule.ZeroWeight", "ZeroCountPolicy.ZeroWeight" },
        { "160,0,3", ", ZeroCounts = ZeroCountRule.Smooth", "ZeroCountPolicy.Smooth(1)" },
        { "160,0,3", ", ZeroCounts = ZeroCountRule.Smooth, Smoothing = 0.1", "ZeroCountPolicy.Smooth(0.1)" },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void Baked_numbers_are_those_of_the_library_to_the_last_bit(string counts, string declared, string policy)
    {
        string[] n = counts.Split(',');
        ProjectFiles files = new ProjectFiles().With("/cats.classcounts.csv", $"Siamese,{n[0]}\nBirman,{n[1]}\nBurmese,{n[2]}\n");
        using var loaded = new LoadedAssembly(
            files,
            $$"""
            {{Usings}}
            {{Cat.Replace("\")]", $"\"{declared})]", StringComparison.Ordinal)}}
            public static class Probe
            {
                public static string Run()
                {
                    ZeroCountPolicy policy = {{policy}};
                    var counts = new ClassCounts(Cat.Classes.Set, {{counts}});
                    return string.Join(' ',
                        Cat.Classes.KnownCounts.Values.SequenceEqual(counts.Values),
                        Cat.Classes.KnownCounts.Total == counts.Total,
                        Cat.Classes.KnownCounts.ImbalanceRatio.Equals(counts.ImbalanceRatio),
                        Cat.Classes.KnownCounts.ToClassCounts().DifferencesFrom(counts).Count,
                        Cat.Classes.KnownCounts.BalancedWeights.SequenceEqual(ClassWeights.Balanced(counts, policy).Values),
                        Cat.Classes.KnownCounts.InverseFrequencyWeights.SequenceEqual(ClassWeights.InverseFrequency(counts, policy).Values),
                        Cat.Classes.KnownCounts.InverseSquareRootWeights.SequenceEqual(ClassWeights.Power(counts, 0.5, policy).Values),
                        Cat.Classes.KnownCounts.MedianFrequencyWeights.SequenceEqual(ClassWeights.MedianFrequency(counts, policy).Values));
                }
            }
            """);

        Assert.Equal("True True True 0 True True True True", loaded.Call());
    }

    /// <summary>Counts that fit into a data set, and how the samplers without tables are told the policy.</summary>
    public static TheoryData<string, string, string> TableCounts => new()
    {
        { "160,10,3", "", "default" },
        { "1,1000000000,7", ", ZeroCounts = ZeroCountRule.Throw", "ZeroCountPolicy.Throw" },
        { "0,10,3", ", ZeroCounts = ZeroCountRule.ZeroWeight", "ZeroCountPolicy.ZeroWeight" },
        { "0,0,1000000000", ", ZeroCounts = ZeroCountRule.ZeroWeight", "ZeroCountPolicy.ZeroWeight" },
        { "160,0,3", ", ZeroCounts = ZeroCountRule.Smooth, Smoothing = 0.1", "ZeroCountPolicy.Smooth(0.1)" },
    };

    [Theory]
    [MemberData(nameof(TableCounts))]
    public void Samplers_with_baked_tables_draw_what_they_draw_without(string counts, string declared, string policy)
    {
        string[] n = counts.Split(',');
        using var loaded = new LoadedAssembly(
            new ProjectFiles().With("/cats.classcounts.csv", $"Siamese,{n[0]}\nBirman,{n[1]}\nBurmese,{n[2]}\n"),
            $$"""
            {{Usings}}
            {{Cat.Replace("\")]", $"\"{declared})]", StringComparison.Ordinal)}}
            public static class Probe
            {
                public static string Run()
                {
                    var index = RowIndex.OfSortedRows(new ClassCounts(Cat.Classes.Set, {{counts}}));
                    return string.Join(' ',
                        Cat.Classes.KnownCounts.AliasThresholds.Length,
                        Same(new BalancedSampler(index, 42, zeroCounts: {{policy}}), new BalancedSampler(index, 42, Cat.Classes.KnownCounts.Tables)),
                        Same(new WeightedRandomSampler(index, 42, zeroCounts: {{policy}}), new WeightedRandomSampler(index, 42, Cat.Classes.KnownCounts.Tables)));
                }
                private static bool Same(Sampler one, Sampler other)
                {
                    var (first, second) = (new int[20000], new int[20000]);
                    one.Fill(3, first);
                    other.Fill(3, second);
                    return one.ConfigurationHash == other.ConfigurationHash && first.AsSpan().SequenceEqual(second);
                }
            }
            """);

        Assert.Equal($"{n.Count(count => count != "0")} True True", loaded.Call());
    }

    [Fact]
    public void Data_set_takes_the_tables_in_one_line_and_rows_that_differ_are_an_error()
    {
        using var loaded = new LoadedAssembly(
            new ProjectFiles().With("/cats.classcounts.csv", "Siamese,2\nBirman,1\nBurmese,1"),
            $$"""
            {{Usings}}
            {{Cat}}
            public static class Probe
            {
                public static string Run()
                {
                    var cats = Cat.Classes.Index(new Cat[] { new(Breed.Siamese), new(Breed.Birman), new(Breed.Siamese), new(Breed.Burmese) });
                    var fewer = Cat.Classes.Index(new Cat[] { new(Breed.Siamese), new(Breed.Birman), new(Breed.Burmese) });
                    string message = "";
                    try { fewer.BalancedSampler(seed: 42, Cat.Classes.KnownCounts.Tables); }
                    catch (ClassCountMismatchException error) { message = string.Join(", ", error.Differences); }
                    return string.Join(' ',
                        cats.BalancedSampler(seed: 42, Cat.Classes.KnownCounts.Tables).RowAt(1000) == cats.BalancedSampler(seed: 42).RowAt(1000),
                        cats.WeightedRandomSampler(seed: 42, Cat.Classes.KnownCounts.Tables).RowAt(1000) == cats.WeightedRandomSampler(seed: 42).RowAt(1000),
                        message);
                }
            }
            """);

        Assert.Equal("True True 'Siamese': 1 rows, 2 expected", loaded.Call());
    }

    [Theory]
    [InlineData(78, true)]
    [InlineData(79, false)]
    public void Tables_of_more_than_79_classes_are_computed_by_the_sampler(int lastClass, bool isBaked)
    {
        string lines = string.Join('\n', Enumerable.Range(0, lastClass + 1).Select(label => $"{label},1"));
        using var loaded = new LoadedAssembly(
            new ProjectFiles().With("/digits.classcounts.csv", lines),
            $$"""
            {{Usings}}
            [BalancedDataset(ClassCounts = "digits.classcounts.csv")] public partial record struct Digit([ClassLabel(Min = 0, Max = {{lastClass}})] int Label);
            public static class Probe
            {
                public static object Run()
                {
                    var digits = Digit.Classes.Index(Enumerable.Range(0, Digit.Classes.Count).Select(label => new Digit(label)).ToArray());
                    var tabled = digits.BalancedSampler(1, Digit.Classes.KnownCounts.Tables);
                    var computed = digits.BalancedSampler(1);
                    return Enumerable.Range(0, 5000).All(draw => tabled.RowAt(draw) == computed.RowAt(draw));
                }
            }
            """);

        Assert.Equal(true, loaded.Call());
        Assert.Equal(isBaked, loaded.Type("Digit+Classes+KnownCounts").GetProperty("AliasThresholds") is not null);
    }

    [Fact]
    public void Known_counts_have_no_static_constructor_and_no_field_that_would_need_one()
    {
        using var loaded = new LoadedAssembly(
            new ProjectFiles().With("/cats.classcounts.csv", "Siamese,160\nBirman,10\nBurmese,3"), Usings + Cat);

        Type known = loaded.Type("Cat+Classes+KnownCounts");

        Assert.Null(known.TypeInitializer);
        Assert.All(known.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic), field => Assert.True(field.IsLiteral));
        Assert.Equal(
            ["AliasClasses", "AliasThresholds", "BalancedWeights", "InverseFrequencyWeights", "InverseSquareRootWeights", "MedianFrequencyWeights", "Tables", "Values"],
            known.GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Counts_come_from_attributes_a_file_or_the_build()
    {
        using var loaded = new LoadedAssembly(
            new ProjectFiles()
                .With("/b.classcounts.csv", "label,count\ntrue,3\n")
                .With("/obj/Pets.Outer.C.classcounts.csv", "False,4\nTrue,5\n", dataset: "Pets.Outer.C"),
            $$"""
            {{Usings}}
            [BalancedDataset, ClassCount(true, 2), ClassCount(false, 1)] public partial record struct A([ClassLabel] bool Label);
            [BalancedDataset(ClassCounts = "b.classcounts.csv")] public partial record struct B([ClassLabel] bool Label);
            namespace Pets { public partial class Outer { [BalancedDataset] public partial record struct C([ClassLabel] bool Label); } }
            public static class Probe
            {
                public static string Run() => string.Join(' ', [.. A.Classes.KnownCounts.Values, .. B.Classes.KnownCounts.Values, .. Pets.Outer.C.Classes.KnownCounts.Values]);
            }
            """);

        Assert.Equal("1 2 0 3 4 5", loaded.Call());
    }

    [Fact]
    public void Rows_that_differ_from_the_known_counts_are_reported_by_class()
    {
        using var loaded = new LoadedAssembly(
            new ProjectFiles().With("/cats.classcounts.csv", "Siamese,2\nBirman,1\nBurmese,1"),
            $$"""
            {{Usings}}
            {{Cat}}
            public static class Probe
            {
                public static string Run() => string.Join("; ",
                    string.Join(", ", Cat.Classes.VerifyCounts([new(Breed.Siamese), new(Breed.Birman), new(Breed.Siamese), new(Breed.Burmese)])),
                    string.Join(", ", Cat.Classes.VerifyCounts([new(Breed.Siamese), new(Breed.Birman), new(Breed.Birman), new(Breed.Burmese)])));
            }
            """);

        Assert.Equal("; 'Siamese': 1 rows, 2 expected, 'Birman': 2 rows, 1 expected", loaded.Call());
    }

    [Fact]
    public void Reading_baked_numbers_allocates_nothing()
    {
        using var loaded = new LoadedAssembly(
            new ProjectFiles().With("/cats.classcounts.csv", "Siamese,2\nBirman,1\nBurmese,1"),
            $$"""
            {{Usings}}
            {{Cat}}
            public static class Probe
            {
                public static object Run() => Enumerable.Range(0, 8).Select(_ => Measure()).Min();
                private static long Measure()
                {
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    Work();
                    return GC.GetAllocatedBytesForCurrentThread() - before;
                }
                [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]
                private static double Work()
                {
                    double sum = 0;
                    for (int i = 0; i < 1000; i++) { sum += Cat.Classes.KnownCounts.BalancedWeights[i % 3] * Cat.Classes.KnownCounts.Values[i % 3]
                            + Cat.Classes.KnownCounts.AliasThresholds[i % 3] + Cat.Classes.KnownCounts.AliasClasses[i % 3]
                            + Cat.Classes.KnownCounts.Tables.Counts[i % 3]; }
                    return sum;
                }
            }
            """);

        Assert.Equal(0L, loaded.Call());
    }

    [Theory]
    [InlineData("Siamese,160\nBirman,0\nBurmese,3", true, false)]
    [InlineData("Siamese,0\nBirman,0\nBurmese,0", true, false)]
    [InlineData("Siamese,160\nBirman,10\nBurmese,3", true, true)]
    [InlineData("Siamese,160\nBirmann,10\nBurmese,3", false, false)]
    [InlineData("Siamese,160\nBirman\nBurmese,3", false, false)]
    public void Nothing_is_baked_that_is_not_known_or_would_be_infinite(string file, bool hasCounts, bool hasWeights)
    {
        string text = GeneratorRun.Of(new ProjectFiles().With("/cats.classcounts.csv", file), Usings.Split('\n')[2] + Cat).Text();

        Assert.Contains("class KnownCounts", text, StringComparison.Ordinal);
        Assert.Equal(!hasCounts, text.Contains("error: true", StringComparison.Ordinal));
        Assert.Equal(hasWeights, text.Contains("BalancedWeights => [", StringComparison.Ordinal));
        Assert.Equal(hasWeights, text.Contains("AliasThresholds => [", StringComparison.Ordinal));
        Assert.Equal(hasCounts, text.Contains("SamplerTables Tables => new(", StringComparison.Ordinal));
    }

    [Fact]
    public Task Counts_weights_and_policy_of_a_file() =>
        Verifier.Verify(
            GeneratorRun.Of(
                new ProjectFiles().With("/cats.classcounts.csv", "Siamese,160\nBirman,10\nBurmese,0"),
                "using BalanceGen;\n" + Cat.Replace("\")]", "\", ZeroCounts = ZeroCountRule.ZeroWeight)]", StringComparison.Ordinal)).Text(),
            extension: "cs");
}
