using BalanceGen.Generators.Model;

namespace BalanceGen.Tests.Sampling;

/// <summary>Tables that the generator computes at compile time, against those that the samplers compute.</summary>
public sealed class SamplerTablesTests
{
    public static TheoryData<long[], string> Counts => new()
    {
        { [160, 10], "throw" },
        { [1], "throw" },
        { [1, 1_000_000_000], "throw" },
        { [1_000_000_000, 0, 1], "zero" },
        { [0, 0, 7, 0, 5], "smooth" },
        { [3, 0], "zero" },
        { [.. Enumerable.Range(1, 37).Select(count => (long)count)], "throw" },
        { [.. Enumerable.Range(0, 78).Select(count => (long)count)], "zero" },
        { [.. Enumerable.Range(1, 79).Select(count => (long)count)], "throw" },
    };

    [Fact]
    public void Alias_table_of_the_generator_is_that_of_the_library_for_every_number_of_classes()
    {
        for (int classes = 1; classes <= UniformAliases.MostClasses; classes++)
        {
            int[] starts = [.. Enumerable.Range(0, classes)];
            var table = new AliasTable([.. Enumerable.Repeat(1UL, classes)], starts, [.. Enumerable.Repeat(1, classes)]);

            Assert.Equal(table.Thresholds.ToArray(), UniformAliases.ThresholdsOf(classes));
            Assert.Equal(starts, table.Ranges.ToArray().Where((_, entry) => entry % 2 == 0).Select(range => (int)(range >> 32)));
            Assert.Equal(table.Ranges.ToArray().Where((_, entry) => entry % 2 == 1).Select(range => (int)(range >> 32)), UniformAliases.AliasesOf(classes));
        }
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Tables_do_not_change_what_a_sampler_is(long[] counts, string policy)
    {
        RowIndex index = Indices.Sorted(counts);
        Tables tables = Tables.Of(counts);
        ZeroCountPolicy zeroCounts = Policy(policy);

        AssertSame(new BalancedSampler(index, 7, default(TargetDistribution), zeroCounts), new BalancedSampler(index, 7, tables.For(index, zeroCounts)));
        AssertSame(
            new WeightedRandomSampler(index, 7, zeroCounts: zeroCounts), new WeightedRandomSampler(index, 7, tables.For(index, zeroCounts)));
    }

    [Fact]
    public void Options_are_those_of_the_sampler_without_tables()
    {
        RowIndex index = Indices.Sorted(5, 3);
        Tables tables = Tables.Of([5, 3]);

        AssertSame(new BalancedSampler(index, 7, epochLength: 31), new BalancedSampler(index, 7, tables.For(index, default), epochLength: 31));
        AssertSame(
            new WeightedRandomSampler(index, 7, epochLength: 4, replacement: false),
            new WeightedRandomSampler(index, 7, tables.For(index, default), epochLength: 4, replacement: false));
    }

    [Fact]
    public void A_weighted_sampler_uses_the_thresholds_that_it_is_given()
    {
        RowIndex index = Indices.Sorted(1, 1);
        var sampler = new WeightedRandomSampler(
            index, 7, new SamplerTables(Sampler.FormatVersion, index.Classes, [1, 1], default, [0, 0], [1, 1]));

        Assert.All(sampler.RowsOf(0, 100), row => Assert.Equal(1, row));
    }

    [Fact]
    public void Tables_of_another_version_or_without_content_are_computed_anew()
    {
        RowIndex index = Indices.Sorted(160, 10);

        AssertSame(new BalancedSampler(index, 7), new BalancedSampler(index, 7, new SamplerTables(Sampler.FormatVersion, index.Classes, [160, 10], default)));
        AssertSame(
            new WeightedRandomSampler(index, 7),
            new WeightedRandomSampler(index, 7, new SamplerTables(Sampler.FormatVersion, index.Classes, [160, 10], default)));
        AssertSame(
            new WeightedRandomSampler(index, 7),
            new WeightedRandomSampler(index, 7, new SamplerTables(Sampler.FormatVersion + 1, index.Classes, [160, 10], default, [0, 0], [1, 1])));
    }

    [Fact]
    public void Other_counts_are_an_error_that_names_the_classes_and_the_remedy()
    {
        RowIndex index = Indices.Sorted(160, 9, 4);
        Tables tables = Tables.Of([160, 10, 3]);

        var balanced = Assert.Throws<ClassCountMismatchException>(() => new BalancedSampler(index, 7, tables.For(index, default)));
        var weighted = Assert.Throws<ClassCountMismatchException>(() => new WeightedRandomSampler(index, 7, tables.For(index, default)));

        Assert.Equal(
            "The sampler tables are for other counts: 'class 1': 9 rows, 10 expected; 'class 2': 4 rows, 3 expected. Classes.VerifyCounts(rows) lists what differs; renew the counts that the record names and build again, or make the sampler without the tables.",
            balanced.Message);
        Assert.Equal([new(1, "class 1", 10, 9), new(2, "class 2", 3, 4)], balanced.Differences);
        Assert.Equal(balanced.Message, weighted.Message);
    }

    [Fact]
    public void A_part_of_the_data_set_has_other_counts()
    {
        RowIndex index = Indices.Sorted(160, 10);
        Tables tables = Tables.Of([160, 10]);

        Assert.Throws<ClassCountMismatchException>(() => new BalancedSampler(index.Where(row => row > 0), 7, tables.For(index, default)));
    }

    [Fact]
    public void Other_classes_are_an_error_that_names_them()
    {
        var index = RowIndex.OfSortedRows(new ClassCounts(new ClassSet("Siamese", "Birman"), 160, 10));

        Assert.StartsWith(
            "The sampler tables are for other classes: the data set does not have 'Burmese' and the tables do not have 'Birman'. Classes.VerifyCounts(rows) ",
            Message(["Siamese", "Burmese"]),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "The sampler tables are for other classes: they have the same names in another order. ", Message(["Birman", "Siamese"]), StringComparison.Ordinal);
        Assert.NotNull(new BalancedSampler(index, 7, new SamplerTables(Sampler.FormatVersion, new ClassSet("Siamese", "Birman"), [160, 10], default)));

        string Message(string[] names) => Assert.Throws<ClassCountMismatchException>(() =>
            new BalancedSampler(index, 7, new SamplerTables(Sampler.FormatVersion, new ClassSet(names), [160, 10], default))).Message;
    }

    [Fact]
    public void Empty_class_without_a_policy_and_default_tables_are_errors()
    {
        RowIndex index = Indices.Sorted(160, 0);

        Assert.Throws<EmptyClassException>(() =>
            new BalancedSampler(index, 7, new SamplerTables(Sampler.FormatVersion, index.Classes, [160, 0], ZeroCountPolicy.Throw)));
        Assert.Throws<ArgumentException>("tables", () => new BalancedSampler(index, 7, default(SamplerTables)));
        Assert.Throws<ArgumentException>("tables", () => new WeightedRandomSampler(index, 7, default(SamplerTables)));
        Assert.Throws<ArgumentNullException>("index", () => new BalancedSampler(null!, 7, new SamplerTables(1, index.Classes, [160, 0], default)));
    }

    [Fact]
    public void Tables_that_are_none_of_their_counts_are_refused()
    {
        RowIndex index = Indices.Sorted(160, 10);

        AssertRefused([0, 0, 0], [0, 1, 1]);
        AssertRefused([0, 0], [0]);
        AssertRefused([0, 0], [0, 2]);

        void AssertRefused(ulong[] thresholds, byte[] aliases) => Assert.Throws<ArgumentException>("tables", () =>
            new WeightedRandomSampler(index, 7, new SamplerTables(Sampler.FormatVersion, index.Classes, [160, 10], default, thresholds, aliases)));
    }

    [OptimizedFact]
    public void Sampler_with_tables_draws_without_allocation()
    {
        RowIndex index = Indices.Sorted(160, 10);
        var sampler = new BalancedSampler(index, 7, Tables.Of([160, 10]).For(index, default));
        var rows = new int[1000];

        AllocationFree.Assert(() =>
        {
            sampler.Fill(12345, rows);
            return rows[0];
        });
    }

    private static void AssertSame(Sampler expected, Sampler actual)
    {
        Assert.Equal(expected.ConfigurationHash, actual.ConfigurationHash);
        Assert.Equal(expected.EpochLength, actual.EpochLength);
        foreach (long first in (long[])[0, 12_345, 1L << 40])
        {
            Assert.Equal(expected.RowsOf(first, 10_000), actual.RowsOf(first, 10_000));
        }

        if (expected is BalancedSampler balanced)
        {
            Assert.Equal((balanced.Target, balanced.ZeroCounts, balanced.Period), (((BalancedSampler)actual).Target, ((BalancedSampler)actual).ZeroCounts, ((BalancedSampler)actual).Period));
        }
    }

    private static ZeroCountPolicy Policy(string name) => name switch
    {
        "throw" => ZeroCountPolicy.Throw,
        "zero" => ZeroCountPolicy.ZeroWeight,
        _ => ZeroCountPolicy.Smooth(0.5),
    };

    /// <summary>What the generator would emit for counts.</summary>
    private sealed record Tables(long[] Counts, ulong[] Thresholds, byte[] Aliases)
    {
        public static Tables Of(long[] counts)
        {
            byte[] drawn = [.. Enumerable.Range(0, counts.Length).Where(index => counts[index] > 0).Select(index => (byte)index)];
            return new Tables(
                counts,
                UniformAliases.ThresholdsOf(drawn.Length),
                [.. UniformAliases.AliasesOf(drawn.Length).Select(place => drawn[place])]);
        }

        public SamplerTables For(RowIndex index, ZeroCountPolicy zeroCounts) =>
            new(Sampler.FormatVersion, index.Classes, Counts, zeroCounts, Thresholds, Aliases);
    }
}
