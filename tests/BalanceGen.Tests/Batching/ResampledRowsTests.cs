namespace BalanceGen.Tests.Batching;

/// <summary>Rows that a sampler drew know it, and copies of a row never get in both subsets of a split.</summary>
public sealed class ResampledRowsTests
{
    private static readonly Pet[] Pets = Pet.Rows(60, 3);

    private static readonly IndexedDataset<Pet> Whole = IndexedDataset.Create(Pets, default(Pet.Indexer));

    private static ClassSet Species => Whole.Classes;

    [Fact]
    public void Rows_of_an_epoch_are_the_draws_in_their_order()
    {
        RandomOverSampler over = Whole.RandomOverSampler(seed: 1);
        DrawnRows<Pet> rows = Whole.RowsOfEpoch(over, epoch: 2);
        Assert.Equal(over.EpochLength, rows.Count);
        Assert.Equal(over.RowNumbersOfEpoch(2).Select(row => Pets[row]), rows);
        Assert.Equal(rows, rows);
        Assert.Equal(over.RowNumbersOfEpoch(2).Select(row => (int)row), rows.RowNumbers);
    }

    [Fact]
    public void A_data_set_of_repeated_rows_is_not_split()
    {
        IndexedDataset<Pet> resampled = IndexedDataset.Create(Whole.RowsOfEpoch(Whole.RandomOverSampler(seed: 1), 0), default(Pet.Indexer));
        Assert.True(resampled.Index.HasCopies);
        ResampledRowsException error = Assert.Throws<ResampledRowsException>(() => resampled.Split(0.2, seed: 1));
        Assert.Contains("Split the data set first, then resample the training subset", error.Message, StringComparison.Ordinal);
        Assert.Throws<ResampledRowsException>(() => resampled.KFold(3, seed: 1));
        Assert.Throws<ResampledRowsException>(() => resampled.Where(pet => pet.Number > 3).Split(0.2, seed: 1));
        Assert.Throws<ResampledRowsException>(() => resampled.Subset(1, 2, 3, 4, 5, 6).KFold(2, seed: 1));
        Assert.Throws<ResampledRowsException>(() => StratifiedSplit.Of(resampled.Index, 0.2, seed: 1));
        Assert.Throws<ResampledRowsException>(() => StratifiedKFold.Of(resampled.Index, 3, seed: 1));
        Assert.Throws<ResampledRowsException>(() => StratifiedSplit.Of(RowIndex.Concat(Whole.Index, resampled.Index), 0.2, seed: 1));
        Assert.Throws<ResampledRowsException>(() => IndexedDataset.Create(resampled.RowsOfEpoch(resampled.SequentialSampler(), 0), default(Pet.Indexer)).Split(0.2, 1));
        Assert.Equal(resampled.Counts.Values.ToArray(), Whole.RandomOverSampler(seed: 1).ResampledCounts.Values.ToArray());
    }

    [Fact]
    public void Rows_that_are_drawn_once_each_are_split()
    {
        IndexedDataset<Pet> chosen = IndexedDataset.Create(Whole.RowsOfEpoch(Whole.RandomUnderSampler(seed: 1), 0), default(Pet.Indexer));
        Assert.False(chosen.Index.HasCopies);
        (IndexedDataset<Pet> train, IndexedDataset<Pet> test) = chosen.Split(0.25, seed: 1);
        Assert.Empty(train.Rows.Select(pet => pet.Number).Intersect(test.Rows.Select(pet => pet.Number)));
    }

    [Fact]
    public void The_training_side_may_be_resampled_after_the_split()
    {
        (IndexedDataset<Pet> train, IndexedDataset<Pet> test) = Whole.Split(0.2, seed: 1);
        IndexedDataset<Pet> resampled = IndexedDataset.Create(train.RowsOfEpoch(train.RandomOverSampler(seed: 1), 0), default(Pet.Indexer));
        Assert.Empty(resampled.Rows.Select(pet => pet.Number).Intersect(test.Rows.Select(pet => pet.Number)));
        Assert.Equal(1, resampled.Counts.ImbalanceRatio);
    }

    [Fact]
    public void An_object_that_is_two_rows_is_found_also_in_an_array()
    {
        Animal[] animals = [.. Enumerable.Range(0, 200).Select(number => new Animal(number, number % 3))];
        IndexedDataset<Animal> whole = IndexedDataset.Create(animals, Species, animal => animal.Species);
        Assert.Equal(40, whole.Split(0.2, 1).Test.Count);

        Animal[] resampled = [.. whole.RandomOverSampler(1, SamplingStrategy.Counts(("cat", 70))).RowNumbersOfEpoch(0).Select(row => animals[row])];
        IndexedDataset<Animal> leaky = IndexedDataset.Create(resampled, Species, animal => animal.Species);
        ResampledRowsException error = Assert.Throws<ResampledRowsException>(() => leaky.Split(0.2, 1));
        Assert.Same(resampled[error.FirstRow!.Value], resampled[error.SecondRow!.Value]);
        Assert.NotEqual(error.FirstRow, error.SecondRow);
        Assert.Throws<ResampledRowsException>(() => leaky.KFold(4, 1));

        // Equal rows that are objects of their own are other rows.
        Assert.Equal(40, IndexedDataset.Create(animals.Select(animal => animal with { Number = 0 }), Species, animal => animal.Species).Split(0.2, 1).Test.Count);

        // A part that has only one of the two has no copy.
        IndexedDataset<Animal> part = leaky.Where(animal => resampled.Count(other => ReferenceEquals(other, animal)) == 1);
        Assert.NotEmpty(part.Split(0.2, 1).Test.Rows);
    }

    [Fact]
    public void Samplers_of_other_rows_and_epochs_that_do_not_exist_are_refused()
    {
        (IndexedDataset<Pet> train, IndexedDataset<Pet> test) = Whole.Split(0.2, seed: 1);
        Assert.Throws<ArgumentException>(() => test.RowsOfEpoch(train.RandomSampler(1), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => train.RowsOfEpoch(train.RandomSampler(1), -1));
        Assert.Throws<OverflowException>(() => train.RowsOfEpoch(train.RandomSampler(1), long.MaxValue));
    }

    private sealed record Animal(int Number, int Species);
}
