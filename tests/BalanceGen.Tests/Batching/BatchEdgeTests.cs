namespace BalanceGen.Tests.Batching;

/// <summary>Batches at the ends of their ranges, after their end, and over rows that were changed.</summary>
public sealed class BatchEdgeTests
{
    private static readonly IndexedDataset<Pet> Pets = IndexedDataset.Create(Pet.Rows(50, 3), default(Pet.Indexer));

    [Fact]
    public void A_batch_may_be_longer_than_any_epoch()
    {
        Batches<Pet> batches = Pets.Batches(Pets.SequentialSampler(), int.MaxValue);
        Assert.Equal(1, batches.Count);
        foreach (Batch<Pet> batch in batches)
        {
            Assert.Equal(Enumerable.Range(0, 50), batch.RowNumbers.ToArray());
        }

        Assert.Equal(0, Pets.Batches(Pets.SequentialSampler(), int.MaxValue, dropLast: true).Count);
        Assert.Equal(0, Pets.Batches(Pets.SequentialSampler(), int.MaxValue, dropLast: true).RowCount);
        foreach (Batch<Pet> batch in Pets.Batches(Pets.SequentialSampler(), int.MaxValue, dropLast: true))
        {
            Assert.Fail($"A batch of {batch.Count} rows came out.");
        }
    }

    [Fact]
    public void The_last_epoch_that_64_bits_can_number_ends_in_an_overflow_and_not_in_other_rows()
    {
        Batches<Pet> batches = Pets.Batches(Pets.SequentialSampler(), 10);
        Assert.Throws<OverflowException>(() => batches.Epoch(long.MaxValue / 2));
        Assert.Throws<OverflowException>(() => batches.Epoch(long.MaxValue / 50).Count);
        Assert.Equal(5, batches.Epoch((long.MaxValue / 50) - 1).Count);
        Assert.Equal("epoch", Assert.Throws<ArgumentOutOfRangeException>(() => batches.Epoch(-1)).ParamName);
    }

    [Fact]
    public void An_enumerator_stays_at_its_end_and_is_over_once_disposed()
    {
        Batches<Pet>.Enumerator batches = Pets.Batches(Pets.SequentialSampler(), 25).GetEnumerator();
        Assert.True(batches.MoveNext());
        Assert.True(batches.MoveNext());
        Assert.False(batches.MoveNext());
        Assert.False(batches.MoveNext());
        batches.Dispose();
        batches.Dispose();
        bool isRefused = false;
        try
        {
            batches.MoveNext();
        }
        catch (ObjectDisposedException)
        {
            isRefused = true;
        }

        Assert.True(isRefused);
    }

    [Fact]
    public void A_row_whose_label_was_changed_after_indexing_is_named()
    {
        Pet[] rows = Pet.Rows(50, 3);
        IndexedDataset<Pet> pets = IndexedDataset.Create(rows, default(Pet.Indexer));
        rows[7] = rows[7] with { Species = 9 };
        foreach (Batch<Pet> batch in pets.Batches(pets.SequentialSampler(), 50))
        {
            foreach (bool counts in (bool[])[false, true])
            {
                try
                {
                    if (counts)
                    {
                        batch.CountClasses(new long[3]);
                    }
                    else
                    {
                        batch.CopyClassIndices(new int[50]);
                    }

                    Assert.Fail("The label was accepted.");
                }
                catch (UnknownLabelException error)
                {
                    Assert.Equal("Row 7: the label '9' is none of the declared classes: 'cat', 'dog', 'fish'.", error.Message);
                }
            }
        }
    }

    [Fact]
    public void Batches_know_their_epoch_and_size_when_they_are_resumed()
    {
        Batches<Pet> batches = Pets.Batches(Pets.SequentialSampler(), 20);
        Assert.Equal((0, 20, 3), (batches.EpochNumber, batches.BatchSize, batches.Count));
        Batches<Pet> rest = batches.ResumeFrom(Pets.SequentialSampler().StateAt(120));
        Assert.Equal((2, 20, 2), (rest.EpochNumber, rest.BatchSize, rest.Count));
        Assert.Equal(1, Pets.Batches(Pets.SequentialSampler(), 20, dropLast: true).ResumeFrom(Pets.SequentialSampler().StateAt(120)).Count);
    }

    [Fact]
    public void Folds_are_enumerated_one_after_the_other()
    {
        DatasetFolds<Pet> folds = Pets.KFold(4, seed: 2, RareClassPolicy.Spread);
        int number = 0;
        foreach (object fold in (System.Collections.IEnumerable)folds)
        {
            var split = (DatasetSplit<Pet>)fold;
            Assert.Equal(folds[number].Test.Index.RowsHash, split.Test.Index.RowsHash);
            number++;
        }

        Assert.Equal(4, number);
        Assert.Throws<ArgumentOutOfRangeException>(() => folds[4]);
        Assert.Throws<ArgumentOutOfRangeException>(() => folds[-1]);
    }

    [Fact]
    public void No_data_set_is_no_concatenation() =>
        Assert.StartsWith("At least one data set is needed.", Assert.Throws<ArgumentException>("datasets", () => IndexedDataset.Concat<Pet>()).Message, StringComparison.Ordinal);

    [Fact]
    public void Entry_points_pass_known_tables_and_strategies_on()
    {
        var tables = new SamplerTables(Sampler.FormatVersion, Pets.Classes, Pets.Counts.Values, default);
        AssertSame(new BalancedSampler(Pets.Index, 7, tables, 33), Pets.BalancedSampler(7, tables, 33));
        AssertSame(new WeightedRandomSampler(Pets.Index, 7, tables, 33, false), Pets.WeightedRandomSampler(7, tables, 33, replacement: false));
        AssertSame(new RandomOverSampler(Pets.Index, 7, SamplingStrategy.Minority), Pets.RandomOverSampler(7, SamplingStrategy.Minority));
        AssertSame(new RandomUnderSampler(Pets.Index, 7, SamplingStrategy.Majority), Pets.RandomUnderSampler(7, SamplingStrategy.Majority));
        AssertSame(new RepeatFactorSampler(Pets.Index, 7, 0.5, ZeroCountPolicy.ZeroWeight), Pets.RepeatFactorSampler(7, 0.5, ZeroCountPolicy.ZeroWeight));
    }

    private static void AssertSame(Sampler expected, Sampler actual)
    {
        Assert.Equal(expected.StateAt(5), actual.StateAt(5));
        Assert.Equal(expected.EpochLength, actual.EpochLength);
    }
}
