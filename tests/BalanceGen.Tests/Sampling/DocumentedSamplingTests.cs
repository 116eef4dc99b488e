using BalanceGen.Tests.RealData.Rows;
using BalanceGen.Tests.Streaming;

namespace BalanceGen.Tests.Sampling;

/// <summary>The programs of docs/sharding.md, splitting.md, samplers/repeat-factor.md and samplers/scheduled.md, compiled and run, and compared with the pages.</summary>
public sealed class DocumentedSamplingTests
{
    private static readonly IndexedDataset<CatPhoto> Cats = CatPhoto.Classes.Index(
        (CatPhoto[])[.. Enumerable.Range(0, 170).Select(photo => new CatPhoto($"{photo}.{(photo % 2 == 0 ? "png" : "jpg")}", photo < 160 ? Breed.Siamese : Breed.Birman))]);

    [Theory]
    [InlineData("sharding.md")]
    [InlineData("splitting.md")]
    [InlineData("samplers/repeat-factor.md")]
    [InlineData("samplers/scheduled.md")]
    public void The_programs_of_the_page_are_the_ones_that_are_compiled_here(string page) =>
        DocumentedPage.AssertCompiled(page, "Sampling/DocumentedSamplingTests.cs");

    [Fact]
    public void Page_of_schedules_begins_with_a_program_that_runs()
    {
        IndexedDataset<CatPhoto> cats = Cats;
        List<int> birmans = [];

        ScheduledBalancedSampler progressive = cats.ScheduledBalancedSampler(seed: 42, TargetSchedule.Progressive(10));
        foreach (Batches<CatPhoto> epoch in cats.Batches(progressive, batchSize: 10).Epochs(0, 20))
        {
            foreach (Batch<CatPhoto> batch in epoch)
            {
                Train(batch.ToArray());
            }
        }

        Assert.Equal(20 * 17, birmans.Count);
        Assert.Equal((10, 85), (birmans.Take(17).Sum(), birmans.TakeLast(17).Sum()));

        void Train(CatPhoto[] photos) => birmans.Add(photos.Count(photo => photo.Breed == Breed.Birman));
    }

    [Fact]
    public void Sharding_page_runs()
    {
        IndexedDataset<CatPhoto> cats = Cats;
        int trained = 0;

        WorldRank world = WorldRank.FromEnvironment();                                    // torchrun, MPI, Slurm; rank 0 of 1 without a launcher
        SamplerShard shard = cats.BalancedSampler(seed: 42).Shard(world, batchSize: 32);
        string saved = "";
        foreach (Batches<CatPhoto> epoch in cats.Batches(shard, 32).Epochs(0, 10))
        {
            foreach (Batch<CatPhoto> batch in epoch)
            {
                Train(batch);
                saved = batch.State.ToJson();
            }
        }

        // Later, on another number of machines: the same loop over this shard is the rest of the ten epochs,
        // beginning with what is left of the one that was interrupted.
        SamplerShard resumed = cats.BalancedSampler(seed: 42).Shard(world, SamplerState.FromJson(saved), batchSize: 32);

        EvaluationShard evaluation = EvaluationShard.Of(cats.Index, world, ShardTail.Padded);
        int steps = (evaluation.Count + 31) / 32;                                         // the same on every rank, known before
        for (int index = 0; index < evaluation.Count; index++)
        {
            Evaluate(cats.Rows[evaluation[index]], isMeasured: !evaluation.IsPadding(index));
        }

        void Evaluate(CatPhoto photo, bool isMeasured) => Assert.True(isMeasured && photo.File.Length > 0);
        Assert.Equal(6, steps);

        Assert.Equal(1700, trained);
        Assert.Equal((1700, 10), (resumed.FirstDraw, resumed.FirstEpoch));
        Assert.Equal(shard.RowsOf(1700, 100), resumed.RowsOf(0, 100));

        void Train(Batch<CatPhoto> batch) => trained += batch.Count;
    }

    [Fact]
    public void Splitting_page_runs()
    {
        IndexedDataset<CatPhoto> cats = Cats;
        RowIndex index = cats.Index;
        int evaluated = 0;

        (IndexedDataset<CatPhoto> train, IndexedDataset<CatPhoto> test) = cats.Split(testShare: 0.2, seed: 1);
        foreach (var (trainFold, testFold) in train.KFold(5, seed: 1))
        {
            Evaluate(trainFold, testFold);
        }

        Assert.Equal((136, 34, 136), ((int)train.Counts.Total, (int)test.Counts.Total, evaluated));

        RowSplit subsets = StratifiedSplit.Of(index, 0.2, seed: 1);
        StratifiedKFold folds = StratifiedKFold.Of(index, 5, seed: 1);
        Assert.Equal((34, 5), (subsets.Test.RowCount, folds.Count));

        evaluated = 0;
        var options = new SplitOptions { Seed = 1 };
        var (trainRows, validationRows, testRows) = cats.Split(options, SubsetSize.Rest, SubsetSize.Share(0.1), SubsetSize.Rows(20));
        DatasetSubsets<CatPhoto> byTime = cats.Split(new SplitOptions { Order = SplitOrder.InOrder }, SubsetSize.Rest, SubsetSize.Share(0.2));
        Assert.Equal((133, 17, 20), (trainRows.Count, validationRows.Count, testRows.Count));
        Assert.Equal(Enumerable.Range(136, 34), byTime[1].Index.Order());

        Repeated();
        Assert.Equal(3 * 170, evaluated);

        IndexedDataset<CatPhoto> byCat = cats.WithGroups(photo => photo.File[^5]);
        (IndexedDataset<CatPhoto> trainCats, IndexedDataset<CatPhoto> testCats) = byCat.Split(testShare: 0.2, seed: 1);
        IndexedDataset<CatPhoto> singly = byCat.WithoutGroups();                          // row by row again, whatever the record says
        Assert.Empty(trainCats.Rows.Select(photo => photo.File[^5]).Intersect(testCats.Rows.Select(photo => photo.File[^5])));
        Assert.Null(singly.Groups);

        SplitGroups files = cats.GroupsBy(photo => photo.File[^5]);
        DatasetSubsets<CatPhoto> apart = cats.Split(new SplitOptions { Seed = 1, Groups = files }, SubsetSize.Rest, SubsetSize.Share(0.2));
        Console.WriteLine(apart.Report);     // achieved shares, worst deviation, groups that are too large
        DatasetFolds<CatPhoto> foldsApart = cats.KFold(5, new SplitOptions { Seed = 1, Groups = files });
        Assert.Empty(apart[0].Rows.Select(photo => photo.File[^5]).Intersect(apart[1].Rows.Select(photo => photo.File[^5])));
        Assert.Equal(170, foldsApart.Sum(fold => fold.Test.Count));

        MultiLabelDataset<Comment> comments = Comment.Classes.Index((Comment[])[.. Enumerable.Range(0, 2800).Select(number => new Comment([number % 28]))]);
        var (trainComments, validationComments, testComments) =
            comments.Split(new SplitOptions { Seed = 1 }, SubsetSize.Rest, SubsetSize.Share(0.1), SubsetSize.Share(0.2));
        MultiLabelSubsets labelled = MultiLabelSubsets.Of(comments.Index, new SplitOptions { Seed = 1 }, SubsetSize.Rest, SubsetSize.Share(0.2));
        ReadOnlyMemory<int> testNumbers = labelled[1];                                    // row numbers, of an index without rows
        Assert.Equal(560, testNumbers.Length);
        Assert.Equal((1960, 280, 560), (trainComments.Count, validationComments.Count, testComments.Count));

        IndexedDataset<CatPhoto> some = cats.Subset(3, 7, 99);
        IndexedDataset<CatPhoto> drawings = cats.Where(photo => photo.File.EndsWith(".png"));
        Assert.Equal((3, 85), ((int)some.Counts.Total, (int)drawings.Counts.Total));

        void Repeated()
        {
            for (int repetition = 0; repetition < 3; repetition++)
            {
                foreach (var (trainFold, testFold) in cats.KFold(5, options with { Repetition = repetition }))
                {
                    Evaluate(trainFold, testFold);
                }
            }
        }

        void Evaluate(IndexedDataset<CatPhoto> trainFold, IndexedDataset<CatPhoto> testFold)
        {
            Assert.True(trainFold.Counts.Total + testFold.Counts.Total is 136 or 170);
            evaluated += (int)testFold.Counts.Total;
        }
    }

    [Fact]
    public void Repeat_factor_page_runs()
    {
        IndexedDataset<CatPhoto> train = Cats;
        Comment[] comments = [.. Enumerable.Range(0, 2800).Select(number => new Comment(number % 3 == 0 ? [number % 28, 27] : [number % 28]))];

        var sampler = train.RepeatFactorSampler(seed: 1, threshold: 0.001);

        MultiLabelDataset<Comment> data = Comment.Classes.Index(comments);
        IndexedDataset<Comment> byRarest = data.ByRarestClass();
        RepeatFactorSampler ofSets = data.RepeatFactorSampler(seed: 1, threshold: 0.01);
        Console.WriteLine(ofSets.Plan);                                                   // by the rarest class of each row
        Batches<Comment> batches = byRarest.Batches(ofSets, batchSize: 32);

        Assert.Equal(170, sampler.EpochLength);
        Assert.Equal((ofSets.EpochLength + 31) / 32, batches.Count);
    }

    [Theory]
    [InlineData(3, 80)]
    [InlineData(15, 200)]
    public async Task Scheduled_page_runs(int changedAfter, int switchPoint)
    {
        IndexedDataset<CatPhoto> cats = Cats;
        List<long> rows = [];
        int trained = 0;

        BalancedSampler sampler = cats.BalancedSampler(seed: 42, TargetDistribution.AsSource);
        var options = new LoadOptions { Workers = 3, Prefetch = 5 };
        ScheduledBalancedSampler? changed = null;
        long next = 0;
        await foreach (LoadedBatch<float[]> batch in cats.Batches(sampler, batchSize: 10).LoadAsync(photo => DecodeImage(photo.File), options))
        {
            Train(batch);
            next = batch.State.Draw;
            if (changed is null && NewTarget() is { } target)
            {
                changed = sampler.WithTarget(target, fromDraw: next + (options.Prefetch * 10));   // five batches are fetched; they are still good
            }

            if (next == changed?.SwitchPoints[^1])
            {
                break;
            }
        }

        if (changed is not null)
        {
            Batches<CatPhoto> rest = cats.Batches(changed, batchSize: 10).ResumeFrom(changed.StateAt(next));
            await foreach (LoadedBatch<float[]> batch in rest.LoadAsync(photo => DecodeImage(photo.File), options))
            {
                Train(batch);
            }
        }

        // The first change is in the epoch; the second beyond its end, so that another epoch follows.
        ScheduledBalancedSampler expected = cats.BalancedSampler(seed: 42, TargetDistribution.AsSource).WithTarget(TargetDistribution.Uniform, switchPoint);
        Assert.Equal(Enumerable.Range(0, switchPoint < 170 ? 170 : 340).Select(draw => (long)expected.RowAt(draw)), rows);

        static float[] DecodeImage(string file) => [file.Length];

        TargetDistribution? NewTarget() => trained == changedAfter ? TargetDistribution.Uniform : null;

        void Train(LoadedBatch<float[]> batch)
        {
            rows.AddRange(batch.RowNumbers.Span);
            trained++;
        }
    }
}
