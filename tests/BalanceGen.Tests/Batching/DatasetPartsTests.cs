namespace BalanceGen.Tests.Batching;

public sealed class DatasetPartsTests
{
    private static readonly IndexedDataset<Pet> Pets = IndexedDataset.Create(Pet.Rows(101, 3), default(Pet.Indexer));

    [Fact]
    public void Sides_refer_to_the_same_rows_and_count_their_own()
    {
        (IndexedDataset<Pet> train, IndexedDataset<Pet> test) = Pets.Split(testShare: 0.2, seed: 1);
        Assert.Equal(101, train.Rows.Length);
        Assert.Equal(20, test.Counts.Total);
        Assert.Equal(81, train.Counts.Total);
        Assert.Equal(StratifiedSplit.Of(Pets.Index, 0.2, 1).Test.RowsHash, test.Index.RowsHash);
    }

    [Fact]
    public void Batches_of_one_side_refuse_a_sampler_of_the_other_or_of_the_whole()
    {
        (IndexedDataset<Pet> train, IndexedDataset<Pet> test) = Pets.Split(testShare: 0.5, seed: 1);
        var whole = new StrideSampler(101, 10);
        Assert.Contains("another part", Assert.Throws<ArgumentException>(() => test.Batches(whole, 10)).Message, StringComparison.Ordinal);
        var ofTrain = new PartSampler(train.Index);
        Assert.Throws<ArgumentException>(() => test.Batches(ofTrain, 10));
        Assert.Throws<ArgumentException>(() => Pets.Batches(ofTrain, 10));
        Assert.Equal(train.Counts.Total, train.Batches(ofTrain, 1).Count);
    }

    [Fact]
    public void Folds_cover_the_data_set()
    {
        DatasetFolds<Pet> folds = Pets.KFold(4, seed: 2);
        Assert.Equal(4, folds.Count);
        Assert.Equal(101, folds.Sum(fold => fold.Test.Counts.Total));
        Assert.All(folds, fold => Assert.Equal(101, fold.Train.Counts.Total + fold.Test.Counts.Total));
        Assert.Equal(folds[1].Test.Index.RowsHash, folds.ElementAt(1).Test.Index.RowsHash);
    }

    [Fact]
    public void A_subset_holds_the_given_rows()
    {
        IndexedDataset<Pet> subset = Pets.Subset(7, 3, 99);
        Assert.Equal(3, subset.Counts.Total);
        Assert.Equal([3, 7, 99], Enumerable.Range(0, 3).SelectMany(c => Enumerable.Range(0, (int)subset.Counts[c]).Select(place => subset.Index.RowOf(c, place))).Order());
        Assert.Contains("row 7 is given twice", Assert.Throws<ArgumentException>(() => Pets.Subset(7, 7)).Message, StringComparison.Ordinal);
        Assert.Equal(101, Assert.Throws<ArgumentOutOfRangeException>(() => Pets.Subset(101)).ActualValue);
        Assert.Equal(-1, Assert.Throws<ArgumentOutOfRangeException>(() => Pets.Subset(-1)).ActualValue);
        Assert.Equal(8, Assert.Throws<ArgumentOutOfRangeException>(() => subset.Subset(7, 8)).ActualValue);
    }

    [Fact]
    public void A_part_holds_the_rows_with_a_property()
    {
        IndexedDataset<Pet> even = Pets.Where(pet => pet.Number % 2 == 0);
        Assert.Equal(51, even.Counts.Total);
        Assert.Equal(even.Counts.Values.ToArray(), Enumerable.Range(0, 3).Select(c => (long)Pet.Rows(101, 3).Count(pet => pet.Number % 2 == 0 && pet.Species == c)));
    }

    [Fact]
    public void A_list_behind_a_part_is_checked_against_the_whole()
    {
        List<Pet> rows = [.. Pet.Rows(20, 3)];
        IndexedDataset<Pet> part = IndexedDataset.Create(rows, default(Pet.Indexer)).Subset(1, 2);
        Assert.Equal(20, part.Rows.Length);
        rows.Add(rows[0]);
        Assert.Throws<InvalidOperationException>(() => part.Rows.Length);
    }
}
