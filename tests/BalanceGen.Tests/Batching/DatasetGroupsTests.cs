using BalanceGen.Tests.Sampling;

namespace BalanceGen.Tests.Batching;

/// <summary>Data sets that know which of their rows stay together.</summary>
public sealed class DatasetGroupsTests
{
    private static readonly string[] Words = [.. Enumerable.Range(0, 60).Select(row => $"{(char)('a' + (row % 12))}{row}")];

    [Fact]
    public void Splits_and_folds_of_a_data_set_with_groups_keep_them_together()
    {
        IndexedDataset<string> words = Dataset().WithGroups(word => word[0]);
        (IndexedDataset<string> train, IndexedDataset<string> test) = words.Split(0.25, 1);

        Assert.Equal(12, words.Groups!.Count);
        AssertApart(train, test);
        Assert.Equal(60, train.Count + test.Count);
        Assert.InRange(test.Count, 10, 20);
        Assert.All(words.KFold(4, 1), fold => AssertApart(fold.Train, fold.Test));
        DatasetSubsets<string> subsets = words.Split(new SplitOptions { Order = SplitOrder.Shuffled }, SubsetSize.Rest, SubsetSize.Share(0.2), SubsetSize.Share(0.2));
        AssertApart([.. subsets]);
        Assert.Equal(12, subsets.Report.Subsets.Sum(subset => subset.Groups));
    }

    [Fact]
    public void Parts_share_the_groups_and_are_split_by_them_again()
    {
        IndexedDataset<string> words = Dataset().WithGroups(word => word[0]);
        IndexedDataset<string> train = words.Split(0.25, 1).Train;

        Assert.Same(words.Groups, train.Groups);
        DatasetSplit<string> again = train.Where(word => word[0] != 'c').Split(0.3, 2);
        AssertApart(again.Train, again.Test);
    }

    [Fact]
    public void Options_come_before_the_groups_of_the_data_set_and_none_are_left_without()
    {
        IndexedDataset<string> words = Dataset().WithGroups(word => word[0]);
        SplitGroups byPlace = SplitGroups.Of<int>([.. Enumerable.Range(0, 60).Select(row => row / 5)]);
        DatasetSubsets<string> subsets = words.Split(new SplitOptions { Groups = byPlace }, SubsetSize.Rest, SubsetSize.Share(0.25));

        Assert.Empty(Rows(subsets[0]).Select(row => row / 5).Intersect(Rows(subsets[1]).Select(row => row / 5)));
        Assert.Null(words.WithoutGroups().Groups);
        Assert.Equal(Rows(Dataset().Split(0.25, 1).Test), Rows(words.WithoutGroups().Split(0.25, 1).Test));
        Assert.Same(byPlace, Dataset().WithGroups(byPlace).Groups);
        Assert.Throws<ArgumentException>(() => Dataset().WithGroups(SplitGroups.Of<int>([1, 2])));
        Assert.Throws<ArgumentOutOfRangeException>(() => words.Split(double.NaN, 1));
        Assert.Equal("keyOf", Assert.Throws<ArgumentNullException>(() => Dataset().WithGroups((Func<string, int>)null!)).ParamName);
    }

    [Fact]
    public void Concatenated_data_sets_group_by_key_across_their_borders()
    {
        Func<string, char> initial = word => word[0];
        IndexedDataset<string> words = Dataset().WithGroups(initial);

        Assert.Equal(12, IndexedDataset.Concat(words, Dataset().WithGroups(initial)).Groups!.Count);
        Assert.Null(IndexedDataset.Concat(Dataset(), Dataset()).Groups);
        Assert.StartsWith("Data set 1 has other groups", Assert.Throws<ArgumentException>(() => IndexedDataset.Concat(words, Dataset())).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => IndexedDataset.Concat(words, Dataset().WithGroups(word => word.Length)));
        Assert.Throws<ArgumentException>(() => IndexedDataset.Concat(Dataset().WithGroups(words.Groups!), Dataset().WithGroups(words.Groups!)));
    }

    [Fact]
    public void Groups_are_found_once_and_a_row_without_one_is_named_then()
    {
        int asked = 0;
        IndexedDataset<string> words = Dataset().WithGroups(word =>
        {
            asked++;
            return word[0];
        });
        Assert.Equal(0, asked);
        _ = words.Split(0.25, 1);
        _ = words.Split(0.25, 2);
        Assert.Equal(60, asked);

        IndexedDataset<string> holes = Dataset().WithGroups(word => word == "c2" ? null : word);
        Assert.StartsWith("Row 2 has the group null.", Assert.Throws<ArgumentException>(() => holes.Split(0.25, 1)).Message, StringComparison.Ordinal);
    }

    private static IndexedDataset<string> Dataset() => IndexedDataset.Create([.. Words], ClassSet.Numbered(2), word => word.Length - 2);

    private static int[] Rows(IndexedDataset<string> subset) => [.. StratifiedSplitTests.Rows(subset.Index)];

    private static void AssertApart(params IndexedDataset<string>[] subsets) =>
        Assert.Distinct(subsets.SelectMany(subset => Rows(subset).Select(row => Words[row][0]).Distinct()));
}
