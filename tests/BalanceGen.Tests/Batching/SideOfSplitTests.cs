using System.Reflection;

namespace BalanceGen.Tests.Batching;

/// <summary>
/// A side of a split is a data set of its own rows in every member. Every public member that can give rows, row numbers or anything made of them is listed and tried; a new
/// member fails the test until it is.
/// </summary>
public sealed class SideOfSplitTests
{
    /// <summary>Gives the numbers of the rows that come out of a member, for a side; null where a member tells nothing of single rows.</summary>
    private delegate IEnumerable<int> RowsOf(IndexedDataset<Pet> side);

    private static readonly Pet[] Pets = Pet.Rows(300, 3);

    private static readonly Dictionary<Type, Dictionary<string, RowsOf?>> Members = new()
    {
        [typeof(IndexedDataset<Pet>)] = new()
        {
            ["Rows"] = side => side.Rows.Select(pet => pet.Number),
            ["Index"] = side => side.Index,
            ["Classes"] = null,
            ["Counts"] = side => side.Counts.Values.SequenceEqual(CountsOf(side.Rows)) ? [] : [-1],
            ["Count"] = side => side.Count == side.Rows.Count() ? [] : [-1],
            ["RowsOfEpoch"] = side => side.RowsOfEpoch(side.RandomOverSampler(3), 1).Select(pet => pet.Number),
            ["Batches"] = BatchRows,
            ["Split"] = side => Both(side.Split(0.5, 2)).Concat(side.Split(new SplitOptions { Seed = 2 }, SideSize.Equal(2)).SelectMany(part => part.Rows).Select(pet => pet.Number)),
            ["KFold"] = side => side.KFold(2, 2).Concat(side.KFold(2, new SplitOptions { Order = SplitOrder.Shuffled })).SelectMany(Both),
            ["GroupsBy"] = side => side.GroupsBy(pet => pet.Number).RowCount == Pets.Length ? [] : [-1],
            ["BlockShuffleSampler"] = side => Drawn(side.BlockShuffleSampler(1, 2, 3)),
            ["GivenOrderSampler"] = side => Drawn(side.GivenOrderSampler([.. side.Index])).Concat(Drawn(side.GivenOrderSampler(1, side.Index.Take(8).ToArray(), 4))),
            ["Subset"] = side => side.Subset([.. side.Index.Take(3)]).Index,
            ["Where"] = side => Visited(side, visit => side.Where(pet => visit(pet) % 2 == 0).Rows.Select(pet => pet.Number)),
            ["BalancedSampler"] = side => Drawn(side.BalancedSampler(1)),
            ["WeightedRandomSampler"] = side => Drawn(side.WeightedRandomSampler(1)).Concat(Drawn(side.WeightedRandomSampler(EqualWeights(side), 1)))
                .Concat(Drawn(side.WeightedRandomSampler(EqualWeights(side), 1, 5, replacement: false))),
            ["StratifiedRandomSampler"] = side => Drawn(side.StratifiedRandomSampler(1, 7)),
            ["ClassAwareSampler"] = side => Drawn(side.ClassAwareSampler(1, 2, 3)),
            ["MinimumQuotaSampler"] = side => Drawn(side.MinimumQuotaSampler(1, 7, [1, 1, 1])),
            ["ScheduledBalancedSampler"] = side => Drawn(side.ScheduledBalancedSampler(1, TargetSchedule.Progressive(2))),
            ["RandomSampler"] = side => Drawn(side.RandomSampler(1)).Concat(Drawn(side.RandomSampler(1, replacement: true))),
            ["SequentialSampler"] = side => Drawn(side.SequentialSampler()),
            ["PartnersOfSameClass"] = side => PartnersOf(side, side.PartnersOfSameClass(1)),
            ["PartnersByTarget"] = side => PartnersOf(side, side.PartnersByTarget(1)),
            ["RandomOverSampler"] = side => Drawn(side.RandomOverSampler(1)),
            ["RandomUnderSampler"] = side => Drawn(side.RandomUnderSampler(1)),
            ["RepeatFactorSampler"] = side => Drawn(side.RepeatFactorSampler(1, 0.5)),
        },
        [typeof(DatasetRows<Pet>)] = new()
        {
            ["Count"] = null,
            ["Numbers"] = side => side.Rows.Numbers,
            ["Item"] = side => Everything(number => side.Rows[number].Number).Concat(Everything(number => side.Rows[(long)number].Number)),
            ["ToArray"] = side => side.Rows.ToArray().Select(pet => pet.Number),
            ["GetEnumerator"] = side => Loop(side.Rows),
        },
        [typeof(RowIndex)] = new()
        {
            ["Classes"] = null,
            ["Counts"] = null,
            ["RowCount"] = null,
            ["DatasetLength"] = null,
            ["IsPart"] = null,
            ["IsClassSorted"] = null,
            ["HasCopies"] = null,
            ["Contains"] = side => Enumerable.Range(-2, 400).Where(side.Index.Contains),
            ["ClassOf"] = side => Everything(number => side.Index.ClassOf(number) == Pets[number].Species ? number : -1),
            ["TryClassOf"] = side => Enumerable.Range(-2, 400).Where(number => side.Index.TryClassOf(number, out _)),
            ["CopyClassIndices"] = side => ClassesOf(side.Index).SequenceEqual(side.Rows.Select(pet => (long)pet.Species)) ? [] : [-1],
            ["ToLongClassIndices"] = side => side.Index.ToLongClassIndices().SequenceEqual(side.Rows.Select(pet => (long)pet.Species)) ? [] : [-1],
            ["GetEnumerator"] = side => side.Index,
            ["Where"] = side => Visited(side, visit => side.Index.Where(row => visit(Pets[row]) % 3 == 0)),
            ["Subset"] = side => side.Index.Subset([.. side.Index.Take(2)]),
            ["RowOf"] = side => Enumerable.Range(0, 3).SelectMany(classIndex => Enumerable.Range(0, (int)side.Counts[classIndex]).Select(place => side.Index.RowOf(classIndex, place))),
            ["Build"] = null,
            ["OfSortedRows"] = null,
            ["Concat"] = side => RowIndex.Concat(side.Index, side.Index).Select(row => row % Pets.Length),
        },
        [typeof(DatasetSplit<Pet>)] = new()
        {
            ["Train"] = side => side.Split(0.3, 4).Train.Rows.Select(pet => pet.Number),
            ["Test"] = side => side.Split(0.3, 4).Test.Rows.Select(pet => pet.Number),
            ["Deconstruct"] = null,
            ["Equals"] = null,
            ["GetHashCode"] = null,
            ["ToString"] = null,
        },
        [typeof(DatasetFolds<Pet>)] = new()
        {
            ["Count"] = null,
            ["Report"] = null,
            ["Item"] = side => Both(side.KFold(3, 5)[1]),
            ["GetEnumerator"] = side => side.KFold(3, 5).SelectMany(Both),
        },
        [typeof(DrawnRows<Pet>)] = new()
        {
            ["Epoch"] = null,
            ["Count"] = null,
            ["RowNumbers"] = side => side.RowsOfEpoch(side.BalancedSampler(3), 2).RowNumbers,
            ["GetEnumerator"] = side => side.RowsOfEpoch(side.BalancedSampler(3), 2).Select(pet => pet.Number),
        },
        [typeof(OwnedBatches<Pet>)] = new()
        {
            ["Count"] = null,
            ["GetEnumerator"] = side => Owned(side).SelectMany(batch => batch).Select(pet => pet.Number),
        },
        [typeof(OwnedBatch<Pet>)] = new()
        {
            ["Count"] = null,
            ["Rows"] = side => Owned(side).SelectMany(batch => batch.Rows).Select(pet => pet.Number),
            ["RowNumbers"] = side => Owned(side).SelectMany(batch => batch.RowNumbers),
            ["ClassIndices"] = null,
            ["Classes"] = null,
            ["Epoch"] = null,
            ["State"] = null,
            ["Item"] = side => Owned(side).Select(batch => batch[0].Number),
            ["CountClasses"] = null,
            ["CopyClassIndices"] = null,
            ["ToLongClassIndices"] = null,
            ["SampleWeights"] = null,
            ["DynamicSampleWeights"] = null,
            ["ObserveBy"] = null,
            ["CopyContexts"] = null,
            ["ToArray"] = side => Owned(side).SelectMany(batch => batch.ToArray()).Select(pet => pet.Number),
            ["GetEnumerator"] = side => Owned(side).SelectMany(batch => batch).Select(pet => pet.Number),
        },
        [typeof(RowAdapters)] = new()
        {
            ["EpochRows"] = side => side.BalancedSampler(2).EpochRows().Select(row => (int)row),
            ["RowsOfEpoch"] = side => side.BalancedSampler(2).RowsOfEpoch(1).Select(row => (int)row),
            ["Fill"] = side => Filled(side.BalancedSampler(2)),
            ["SelectWeighted"] = side => side.SelectWeighted(ClassWeights.Balanced(side.Counts), (pet, _) => pet.Number).Concat(side.SelectWeighted(EqualWeights(side), (pet, _) => pet.Number)),
            ["ToSingles"] = side => EqualWeights(side).ToSingles(side.Index).Length == side.Count ? [] : [-1],
        },
    };

    public static TheoryData<string> MemberNames() => [.. Members.SelectMany(type => type.Value.Keys.Select(member => $"{type.Key.Name}.{member}"))];

    [Fact]
    public void Every_member_is_listed()
    {
        Assert.All(Members, type => Assert.Equal(PublicMembers(type.Key), type.Value.Keys.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(MemberNames))]
    public void No_row_of_the_other_side_comes_out(string name)
    {
        string[] parts = name.Split('.');
        RowsOf? rowsOf = Members.Single(type => type.Key.Name == parts[0]).Value[parts[1]];
        for (int seed = 0; rowsOf is not null && seed < 5; seed++)
        {
            IndexedDataset<Pet> whole = IndexedDataset.Create(Pets, default(Pet.Indexer));
            (IndexedDataset<Pet> train, IndexedDataset<Pet> test) = whole.Split(0.1 + (0.15 * seed), seed);
            foreach (IndexedDataset<Pet> side in (IndexedDataset<Pet>[])[train, test, whole.KFold(3, seed)[1].Test, train.Split(0.4, seed).Test, whole.Where(pet => pet.Number % 3 != seed % 3)])
            {
                HashSet<int> own = [.. Enumerable.Range(0, 3).SelectMany(classIndex => Enumerable.Range(0, (int)side.Counts[classIndex]).Select(place => side.Index.RowOf(classIndex, place)))];
                Assert.True(own.IsSupersetOf(rowsOf(side)));
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
    public void A_row_of_the_other_side_is_refused_by_its_number()
    {
        (IndexedDataset<Pet> train, IndexedDataset<Pet> test) = IndexedDataset.Create(Pets, default(Pet.Indexer)).Split(0.3, 1);
        int foreign = test.Index.First();
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => train.Rows[foreign]);
        Assert.Equal(foreign, error.ActualValue);
        Assert.Contains("not in this part of the data set, which has 210 of 300 rows", error.Message, StringComparison.Ordinal);
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

    private static OwnedBatches<Pet> Owned(IndexedDataset<Pet> side) => side.Batches(side.RandomOverSampler(5), 8).Owned();

    private static long[] CountsOf(DatasetRows<Pet> rows) => [.. Enumerable.Range(0, 3).Select(species => (long)rows.Count(pet => pet.Species == species))];

    /// <summary>Weights of all rows of the data set, those of the other side among them.</summary>
    private static SampleWeights EqualWeights(IndexedDataset<Pet> side) => new(Enumerable.Repeat(1.0, side.Index.DatasetLength).ToArray());

    private static long[] ClassesOf(RowIndex index)
    {
        var narrow = new int[index.RowCount];
        var wide = new long[index.RowCount + 1];
        index.CopyClassIndices(narrow);
        index.CopyClassIndices(wide);
        Assert.Equal(narrow.Select(classIndex => (long)classIndex), wide[..^1]);
        return wide[..^1];
    }

    private static int[] PartnersOf(IndexedDataset<Pet> side, Partners partners)
    {
        int[] rows = new int[300];
        partners.Fill(side.BalancedSampler(1), 5, rows);
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
    private static List<int> Visited(IndexedDataset<Pet> side, Func<Func<Pet, int>, IEnumerable<int>> member)
    {
        List<int> shown = [];
        List<int> rows = [.. member(pet =>
        {
            shown.Add(pet.Number);
            return pet.Number;
        })];
        Assert.Equal(side.Count, shown.Count);
        return [.. rows, .. shown];
    }

    private static List<int> BatchRows(IndexedDataset<Pet> side)
    {
        List<int> rows = [];
        foreach (Batch<Pet> batch in side.Batches(side.BalancedSampler(1), 7).Epoch(2))
        {
            rows.AddRange(batch.RowNumbers);
            foreach (ref readonly Pet pet in batch)
            {
                rows.Add(pet.Number);
            }
        }

        foreach (Batch<Pet> batch in side.Batches(side.StratifiedRandomSampler(1, 7)))
        {
            rows.AddRange(batch.RowNumbers);
        }

        return rows;
    }
}
