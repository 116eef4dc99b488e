using System.Reflection;

namespace BalanceGen.Tests.Batching;

/// <summary>
/// A subset of a split is a data set of its own rows in every member. Every public member that can give rows, row numbers or anything made of them is listed and tried; a new
/// member fails the test until it is.
/// </summary>
public sealed partial class SubsetOfSplitTests
{
    /// <summary>Gives the numbers of the rows that come out of a member, for a subset; null where a member tells nothing of single rows.</summary>
    private delegate IEnumerable<int> RowsOf(IndexedDataset<Pet> subset);

    private static readonly Pet[] Pets = Pet.Rows(300, 3);

    public static TheoryData<string> MemberNames() => [.. Members.SelectMany(type => type.Value.Keys.Select(member => $"{type.Key.Name}.{member}"))];

    [Fact]
    public void Every_member_is_listed()
    {
        Assert.All(Members, type => Assert.Equal(PublicMembers(type.Key), type.Value.Keys.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(MemberNames))]
    public void No_row_of_the_other_subset_comes_out(string name)
    {
        string[] parts = name.Split('.');
        RowsOf? rowsOf = Members.Single(type => type.Key.Name == parts[0]).Value[parts[1]];
        for (int seed = 0; rowsOf is not null && seed < 5; seed++)
        {
            IndexedDataset<Pet> whole = IndexedDataset.Create(Pets, default(Pet.Indexer));
            (IndexedDataset<Pet> train, IndexedDataset<Pet> test) = whole.Split(0.1 + (0.15 * seed), seed);
            foreach (IndexedDataset<Pet> subset in (IndexedDataset<Pet>[])[train, test, whole.KFold(3, seed)[1].Test, train.Split(0.4, seed).Test, whole.Where(pet => pet.Number % 3 != seed % 3)])
            {
                HashSet<int> own = [.. Enumerable.Range(0, 3).SelectMany(classIndex => Enumerable.Range(0, (int)subset.Counts[classIndex]).Select(place => subset.Index.RowOf(classIndex, place)))];
                Assert.True(own.IsSupersetOf(rowsOf(subset)));
            }
        }
    }

    [Fact]
    public void Rows_come_in_ascending_order_each_once()
    {
        (IndexedDataset<Pet> train, IndexedDataset<Pet> test) = IndexedDataset.Create(Pets, default(Pet.Indexer)).Split(0.3, 1);
        Assert.Equal(Enumerable.Range(0, 300), train.Index.Concat(test.Index).Order());
        Assert.Equal(train.Index.Order(), train.Index);
        Assert.Equal(train.Index, train.Rows.Select(pet => pet.Number));
        Assert.Equal((210, 210, 90), (train.Count, train.Rows.Count, test.Count));
    }

    [Fact]
    public void A_row_of_the_other_subset_is_refused_by_its_number()
    {
        (IndexedDataset<Pet> train, IndexedDataset<Pet> test) = IndexedDataset.Create(Pets, default(Pet.Indexer)).Split(0.3, 1);
        int foreign = test.Index.First();
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => train.Rows[foreign]);
        Assert.Equal(foreign, error.ActualValue);
        Assert.Contains("not in this subset of the data set, which has 210 of 300 rows", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => train.Rows[300]);
        Assert.Throws<ArgumentOutOfRangeException>(() => train.Rows[1L << 40]);
        Assert.Throws<ArgumentOutOfRangeException>(() => train.Index.ClassOf(foreign));
    }

    [Fact]
    public void Ignored_rows_are_not_among_the_rows()
    {
        IndexedDataset<Pet> pets = IndexedDataset.Create(Pets, new ClassSet("cat", "dog", "fish"), pet => pet.Number < 10 ? ClassIndex.Ignored : pet.Species);
        Assert.Equal(290, pets.Count);
        Assert.Equal(Enumerable.Range(10, 290), pets.Rows.Select(pet => pet.Number));
        Assert.Equal(290, pets.SelectWeighted(ClassWeights.Balanced(pets.Counts), (_, weight) => weight).Count(weight => weight > 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => pets.Rows[3]);
    }

    [OptimizedFact]
    public void A_loop_over_rows_and_numbers_allocates_nothing()
    {
        IndexedDataset<Pet> train = IndexedDataset.Create(Pets, default(Pet.Indexer)).Split(0.3, 1).Train;
        AllocationFree.Assert(() =>
        {
            int sum = 0;
            foreach (Pet pet in train.Rows)
            {
                sum += pet.Number;
            }

            foreach (int row in train.Index)
            {
                sum += train.Index.ClassOf(row) + train.Rows[row].Number;
            }

            return sum;
        });
    }

    private static IEnumerable<string> PublicMembers(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false })
        .Select(member => member.Name)
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static IEnumerable<int> Both(DatasetSplit<Pet> split) => split.Train.Rows.Concat(split.Test.Rows).Select(pet => pet.Number);

    private static List<int> Drawn(Sampler sampler) => [.. sampler.Epoch(0).Concat(sampler.Epoch(3))];

    private static OwnedBatches<Pet> Owned(IndexedDataset<Pet> subset) => subset.Batches(subset.RandomOverSampler(5), 8).Owned();

    private static long[] CountsOf(DatasetRows<Pet> rows) => [.. Enumerable.Range(0, 3).Select(species => (long)rows.Count(pet => pet.Species == species))];

    /// <summary>Weights of all rows of the data set, those of the other subset among them.</summary>
    private static SampleWeights EqualWeights(IndexedDataset<Pet> subset) => new(Enumerable.Repeat(1.0, subset.Index.DatasetLength).ToArray());

    private static long[] ClassesOf(RowIndex index)
    {
        var narrow = new int[index.RowCount];
        var wide = new long[index.RowCount + 1];
        index.CopyClassIndices(narrow);
        index.CopyClassIndices(wide);
        Assert.Equal(narrow.Select(classIndex => (long)classIndex), wide[..^1]);
        return wide[..^1];
    }

    private static int[] PartnersOf(IndexedDataset<Pet> subset, Partners partners)
    {
        int[] rows = new int[300];
        partners.Fill(subset.BalancedSampler(1), 5, rows);
        return rows;
    }

    private static List<int> Filled(Sampler sampler)
    {
        var rows = new long[500];
        sampler.Fill(7, rows);
        return [.. rows.Select(row => (int)row)];
    }

    /// <summary>What a member gives for every number there is, where it gives something.</summary>
    private static List<int> Everything(Func<int, int> member)
    {
        List<int> rows = [];
        for (int number = -3; number < 310; number++)
        {
            try
            {
                rows.Add(member(number));
            }
            catch (ArgumentOutOfRangeException)
            {
            }
        }

        return rows;
    }

    private static List<int> Loop(DatasetRows<Pet> rows)
    {
        List<int> numbers = [];
        foreach (Pet pet in rows)
        {
            numbers.Add(pet.Number);
        }

        return numbers;
    }

    /// <summary>The rows that a predicate is shown, and those that come out.</summary>
    private static List<int> Visited(IndexedDataset<Pet> subset, Func<Func<Pet, int>, IEnumerable<int>> member)
    {
        List<int> shown = [];
        List<int> rows = [.. member(pet =>
        {
            shown.Add(pet.Number);
            return pet.Number;
        })];
        Assert.Equal(subset.Count, shown.Count);
        return [.. rows, .. shown];
    }

    private static List<int> BatchRows(IndexedDataset<Pet> subset)
    {
        List<int> rows = [];
        foreach (Batch<Pet> batch in subset.Batches(subset.BalancedSampler(1), 7).Epoch(2))
        {
            rows.AddRange(batch.RowNumbers);
            foreach (ref readonly Pet pet in batch)
            {
                rows.Add(pet.Number);
            }
        }

        foreach (Batch<Pet> batch in subset.Batches(subset.StratifiedRandomSampler(1, 7)))
        {
            rows.AddRange(batch.RowNumbers);
        }

        return rows;
    }
}
