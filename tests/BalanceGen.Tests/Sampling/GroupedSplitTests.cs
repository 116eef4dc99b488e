namespace BalanceGen.Tests.Sampling;

public sealed class GroupedSplitTests
{
    private static readonly (RowIndex Index, SplitGroups Groups) Patients = Random(400, 3, 40, seed: 3);

    [Theory]
    [InlineData(SplitOrder.Stratified)]
    [InlineData(SplitOrder.Shuffled)]
    [InlineData(SplitOrder.InOrder)]
    public void No_group_is_on_two_sides_and_every_row_on_one(SplitOrder order)
    {
        var options = new SplitOptions { Seed = 1, Order = order, Groups = Patients.Groups };
        RowSubsets subsets = RowSubsets.Of(Patients.Index, options, SubsetSize.Rest, SubsetSize.Share(0.2), SubsetSize.Rows(50));
        RowFolds folds = RowFolds.Of(Patients.Index, 5, options);

        Apart(subsets);
        Apart([.. folds.Select(fold => fold.Test)]);
        Assert.All(folds, fold => Apart([fold.Train, fold.Test]));
        Assert.All(subsets.Report.Subsets, subset => Assert.InRange(subset.Share - subset.WantedShare, -0.05, 0.05));
        Assert.Equal(40, subsets.Report.Subsets.Sum(subset => subset.Groups));
    }

    [Theory]
    [InlineData(RareClassPolicy.Throw)]
    [InlineData(RareClassPolicy.Spread)]
    public void The_best_division_of_few_groups_is_found(RareClassPolicy policy)
    {
        // Every division in two is tried: 2^11 of them.
        for (int trial = 0; trial < 20; trial++)
        {
            (RowIndex index, SplitGroups groups) = Random(80, 2, 12, seed: trial + 50);
            RowSubsets subsets = RowSubsets.Of(index, new SplitOptions { Groups = groups, RareClasses = policy }, SubsetSize.Share(0.7), SubsetSize.Share(0.3));
            double least = Enumerable.Range(1, (1 << groups.Count) - 2).Min(chosen => Cost(index, row => ((chosen >> groups.GroupOfRow[row]) & 1) == 1));

            Assert.Equal(least, Cost(index, subsets[1].Contains), 9);
        }

        double Cost(RowIndex index, Func<int, bool> isTested)
        {
            RowIndex test = index.Where(isTested);
            double cost = Math.Abs(((double)test.RowCount / index.RowCount) - 0.3) / 64;
            for (int classIndex = 0; classIndex < index.Classes.Count; classIndex++)
            {
                cost += Math.Abs(((double)test.Counts[classIndex] / index.Counts[classIndex]) - 0.3);
                cost += policy == RareClassPolicy.Spread ? 0 : test.Counts[classIndex] == 0 || test.Counts[classIndex] == index.Counts[classIndex] ? 1 : 0;
            }

            return cost;
        }
    }

    [Fact]
    public void Groups_that_can_be_divided_exactly_are()
    {
        int[] classes = [.. Enumerable.Range(0, 120).Select(row => row % 3)];
        SplitGroups groups = SplitGroups.Of<int>([.. Enumerable.Range(0, 120).Select(row => row / 6)]);
        RowFolds folds = RowFolds.Of(RowIndex.Build(ClassSet.Numbered(3), classes), 5, new SplitOptions { Groups = groups });

        Assert.All(folds, fold => Assert.Equal([8, 8, 8], fold.Test.Counts.Values));
        Assert.Equal(0, folds.Report.WorstDeviation, 12);
    }

    [Fact]
    public void A_group_larger_than_the_test_side_is_named()
    {
        string[] patients = [.. Enumerable.Repeat("P7", 60), .. Enumerable.Repeat("P1", 25), .. Enumerable.Range(0, 15).Select(row => $"Q{row}")];
        RowIndex index = RowIndex.Build(ClassSet.Numbered(2), [.. Enumerable.Range(0, 100).Select(row => row % 2)]);
        RowSubsets subsets = RowSubsets.Of(index, new SplitOptions { Groups = SplitGroups.Of<string>(patients) }, SubsetSize.Rest, SubsetSize.Share(0.2));

        Assert.Equal([new LargeGroup("P7", 60), new LargeGroup("P1", 25)], subsets.Report.LargeGroups);
        Assert.Contains("groups larger than the smallest subset: 'P7' (60 rows), 'P1' (25 rows)", subsets.Report.ToString(), StringComparison.Ordinal);
        Assert.All(Enumerable.Range(0, 60), row => Assert.True(subsets[0].Contains(row)));
    }

    [Fact]
    public void In_order_sides_end_with_the_group_that_comes_nearest()
    {
        SplitGroups groups = SplitGroups.Of<int>([0, 0, 0, 1, 1, 2, 2, 2, 3, 0]);
        RowSubsets subsets = RowSubsets.Of(StratifiedSplitTests.Scattered([5, 5]), new SplitOptions { Order = SplitOrder.InOrder, Groups = groups }, SubsetSize.Rows(6), SubsetSize.Rows(4));

        Assert.Equal([0, 1, 2, 3, 4, 9], StratifiedSplitTests.Rows(subsets[0]).Order());
    }

    [Fact]
    public void Too_few_groups_are_refused_by_name()
    {
        int[] classes = [0, 0, 0, 0, 1, 1, 1, 1];
        RowIndex index = RowIndex.Build(new ClassSet("cat", "dog"), classes);
        var options = new SplitOptions { Groups = SplitGroups.Of<int>([1, 1, 2, 2, 3, 3, 3, 3]) };

        Assert.StartsWith(
            "The rows of the class 'dog' (in 1 group) lie in too few groups for every subset of the split: 2 are needed.",
            Assert.Throws<TooFewGroupsException>(() => RowSubsets.Of(index, options, SubsetSize.Equal(2))).Message,
            StringComparison.Ordinal);
        RowSubsets kept = RowSubsets.Of(index, options with { RareClasses = RareClassPolicy.KeepInTrain }, SubsetSize.Rest, SubsetSize.Rows(2));
        Assert.Equal([0, 4], [kept[1].Counts[1], kept[0].Counts[1]]);
        RowFolds folds = RowFolds.Of(index, 2, options with { RareClasses = RareClassPolicy.KeepInTrain });
        Assert.All(folds, fold => Assert.Equal([2, 0], fold.Test.Counts.Values));
        Assert.All(folds, fold => Assert.Equal([2, 4], fold.Train.Counts.Values));
        Assert.Equal(3, RowSubsets.Of(index, options with { RareClasses = RareClassPolicy.Spread }, SubsetSize.Rows(2), SubsetSize.Rows(2), SubsetSize.Rest).Count);
        Assert.Equal(4, Assert.Throws<TooFewGroupsException>(() => RowSubsets.Of(index, options, SubsetSize.Equal(4))).GroupsNeeded);
        Assert.Throws<ArgumentException>(() => RowSubsets.Of(index, new SplitOptions { Groups = SplitGroups.Of<int>([1, 2]) }, SubsetSize.Equal(2)));
        Assert.StartsWith("Row 1 has the group null.", Assert.Throws<ArgumentException>(() => SplitGroups.Of<string>(["a", null!])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Seeds_and_repetitions_choose_other_groups()
    {
        RowIndex[] tests = [.. Enumerable.Range(0, 10).Select(repetition =>
            RowSubsets.Of(Patients.Index, new SplitOptions { Groups = Patients.Groups, Order = SplitOrder.Shuffled, Repetition = repetition }, SubsetSize.Rest, SubsetSize.Share(0.2))[1])];
        Assert.True(tests.Select(test => string.Join(' ', StratifiedSplitTests.Rows(test))).Distinct().Count() > 5);
    }

    [Fact]
    public void A_data_set_groups_its_rows_by_a_member()
    {
        string[] words = [.. Enumerable.Range(0, 60).Select(row => $"{(char)('a' + (row % 12))}{row}")];
        IndexedDataset<string> dataset = IndexedDataset.Create(words, ClassSet.Numbered(2), word => word.Length - 2);
        SplitGroups groups = dataset.GroupsBy(word => word[0]);
        var (train, test) = dataset.Split(new SplitOptions { Groups = groups }, SubsetSize.Rest, SubsetSize.Share(0.25));

        Assert.Equal("c", groups.NameOf(groups.GroupOfRow[2]));
        Assert.Empty(train.Rows.Select(word => word[0]).Intersect(test.Rows.Select(word => word[0])));
        Assert.Equal(15, test.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => groups.NameOf(12));
    }

    private static (RowIndex Index, SplitGroups Groups) Random(int rows, int classCount, int groups, int seed)
    {
        var numbers = new Xorshift((ulong)seed);
        int[] groupOfRow = [.. Enumerable.Range(0, rows).Select(row => row < groups ? row : numbers.Below(1 + numbers.Below(groups)))];
        int[] classOfRow = [.. groupOfRow.Select((group, row) => row < 4 * classCount ? row % classCount : numbers.Below(2) == 0 ? group % classCount : numbers.Below(classCount))];
        return (RowIndex.Build(ClassSet.Numbered(classCount), classOfRow), SplitGroups.Of<int>(groupOfRow));
    }

    private static void Apart(IReadOnlyList<RowIndex> subsets)
    {
        Assert.Equal(Enumerable.Range(0, 400), subsets.SelectMany(StratifiedSplitTests.Rows).Order());
        int[][] groups = [.. subsets.Select(subset => StratifiedSplitTests.Rows(subset).Select(row => Patients.Groups.GroupOfRow[row]).Distinct().ToArray())];
        Assert.Equal(groups.Sum(subset => subset.Length), groups.SelectMany(subset => subset).Distinct().Count());
        Assert.All(groups, Assert.NotEmpty);
    }
}
