using BalanceGen.Tests.Sampling;

namespace BalanceGen.Tests.Batching;

public sealed class DatasetSubsetTests
{
    private static readonly IndexedDataset<Pet> Pets = IndexedDataset.Create(Pet.Rows(101, 3), default(Pet.Indexer));

    [Fact]
    public void Sides_refer_to_the_same_rows_and_count_their_own()
    {
        (IndexedDataset<Pet> train, IndexedDataset<Pet> test) = Pets.Split(testShare: 0.2, seed: 1);
        Assert.Equal((81, 81), (train.Count, train.Rows.Count));
        Assert.Equal(20, test.Counts.Total);
        Assert.Equal(81, train.Counts.Total);
        Assert.Equal(StratifiedSplit.Of(Pets.Index, 0.2, 1).Test.RowsHash, test.Index.RowsHash);
    }

    [Fact]
    public void Batches_of_one_side_refuse_a_sampler_of_the_other_or_of_the_whole()
    {
        (IndexedDataset<Pet> train, IndexedDataset<Pet> test) = Pets.Split(testShare: 0.5, seed: 1);
        var whole = new StrideSampler(101, 10);
        Assert.Contains("another subset", Assert.Throws<ArgumentException>(() => test.Batches(whole, 10)).Message, StringComparison.Ordinal);
        var ofTrain = new PartSampler(train.Index);
        Assert.Throws<ArgumentException>(() => test.Batches(ofTrain, 10));
        Assert.Throws<ArgumentException>(() => Pets.Batches(ofTrain, 10));
        Assert.Equal(train.Counts.Total, train.Batches(ofTrain, 1).Count);
    }

    [Fact]
    public void Samplers_of_a_side_draw_only_its_rows_however_often()
    {
        (IndexedDataset<Pet> train, IndexedDataset<Pet> test) = Pets.Split(testShare: 0.4, seed: 1);
        HashSet<int> ofTest = [.. new SequentialSampler(test.Index).RowsOf(0, (int)test.Counts.Total)];
        Assert.Equal(test.Counts.Total, ofTest.Count);
        BalancedSampler balanced = train.BalancedSampler(7);
        SampleWeights rowWeights = ClassWeights.Balanced(train.Counts).ToSampleWeights(train.Index);
        Sampler[] samplers =
        [
            new BalancedSampler(train.Index, 7, epochLength: 5000), new WeightedRandomSampler(train.Index, 7, 5000), new RandomSampler(train.Index, 7, epochLength: 5000),
            new RandomSampler(train.Index, 7, replacement: true, 5000), train.SequentialSampler(), train.RandomOverSampler(7), train.RandomUnderSampler(7), train.RepeatFactorSampler(7, 0.5),
            train.StratifiedRandomSampler(7, 10), train.ClassAwareSampler(7, 2, 3), train.MinimumQuotaSampler(7, 10, [1, 1, 1]), train.ScheduledBalancedSampler(7, TargetSchedule.Progressive(3)),
            balanced.WithTarget(TargetDistribution.AsSource, 99), train.WeightedRandomSampler(7, replacement: false), train.WeightedRandomSampler(7, 20, replacement: false),
            train.WeightedRandomSampler(rowWeights, 7), train.WeightedRandomSampler(rowWeights, 7, 20, replacement: false),
        ];
        foreach (Sampler sampler in samplers)
        {
            Assert.Equal((61, 101), (sampler.RowCount, sampler.DatasetLength));
            Assert.DoesNotContain(sampler.RowsOf(0, 5000), ofTest.Contains);
            Assert.Equal(sampler.EpochLength / sampler.BatchMultiple, train.Batches(sampler, sampler.BatchMultiple).Count);
            Assert.Throws<ArgumentException>(() => test.Batches(sampler, 10));
        }
    }

    [Fact]
    public void A_side_of_rows_with_several_classes_is_drawn_by_the_factors_of_the_whole_and_never_leaves()
    {
        MultiLabelIndex sets = Samplers.LabelSets;
        ClassWeights factors = ClassWeights.RepeatFactor(sets.Counts.RowsWithClass, sets.Counts.RowCount, 0.2);
        foreach ((RowIndex train, RowIndex test) in StratifiedKFold.Of(sets.ByRarestClass(), 4, seed: 3))
        {
            var sampler = new RepeatFactorSampler(train, 7, factors);
            HashSet<int> drawn = [.. sampler.RowsOf(0, 5 * (int)sampler.EpochLength)];
            Assert.Equal(StratifiedSplitTests.Rows(train).Order(), drawn.Order());
            Assert.DoesNotContain(StratifiedSplitTests.Rows(test), drawn.Contains);
        }
    }

    [Fact]
    public void A_state_of_one_fold_is_refused_by_another()
    {
        DatasetFolds<Pet> folds = Pets.KFold(4, seed: 2);
        (RowIndex one, RowIndex other) = (folds[0].Train.Index, folds[3].Train.Index);
        Assert.Throws<SamplerStateMismatchException>(() => new BalancedSampler(one, 7).ResumeFrom(new BalancedSampler(other, 7).StateAt(5)));
        Assert.Throws<SamplerStateMismatchException>(() => new WeightedRandomSampler(one, 7).ResumeFrom(new WeightedRandomSampler(other, 7).StateAt(5)));
        Assert.Throws<SamplerStateMismatchException>(() => new RandomSampler(one, 7).ResumeFrom(new RandomSampler(other, 7).StateAt(5)));
        Assert.Throws<SamplerStateMismatchException>(() => new SequentialSampler(one).ResumeFrom(new SequentialSampler(other).StateAt(5)));
    }

    [Fact]
    public void A_random_order_of_a_part_has_each_row_once_an_epoch()
    {
        RowIndex part = Pets.Subset(99, 3, 42, 7).Index;
        int[] rows = new RandomSampler(part, 7).RowsOf(0, 8);
        Assert.Equal([3, 7, 42, 99], rows[..4].Order());
        Assert.Equal([3, 7, 42, 99], rows[4..].Order());
        Assert.Equal([3, 7, 42, 99], new RandomSampler(part, 7, replacement: true).RowsOf(0, 200).Distinct().Order());
        Assert.Equal(new RandomSampler(101, 7).RowsOf(0, 300), new RandomSampler(Pets.Index, 7).RowsOf(0, 300));
        Assert.Equal(new RandomSampler(101, 7).ConfigurationHash, Pets.RandomSampler(7).ConfigurationHash);
    }

    [Fact]
    public void The_rows_of_a_part_come_in_order()
    {
        RowIndex part = Pets.Subset(99, 3, 42).Index;
        var sampler = new SequentialSampler(part);
        Assert.Equal([3, 42, 99, 3, 42], sampler.RowsOf(0, 5));
        Assert.Equal([99, 3], sampler.RowsOf(5, 2));
        Assert.Equal(42, sampler.RowAt(1));
        Assert.Equal(new SequentialSampler(101).ConfigurationHash, new SequentialSampler(Pets.Index).ConfigurationHash);
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
        Assert.Equal(2, part.Rows.ToArray().Length);
        rows.Add(rows[0]);
        Assert.Throws<InvalidOperationException>(() => part.Rows.ToArray());
    }
}
