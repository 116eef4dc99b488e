using BalanceGen.Evaluation;
using BalanceGen.Randomness;
using BalanceGen.Tests.Streaming;

namespace BalanceGen.Tests.Documentation;

/// <summary>The programs of docs/evaluation.md, calibration.md and augmentation.md, compiled and run, and compared with the pages.</summary>
public sealed class EvaluationPagesTests
{
    private static readonly IndexedDataset<CatPhoto> Cats = CatPhoto.Classes.Index(
        (CatPhoto[])[.. Enumerable.Range(0, 170).Select(photo => new CatPhoto($"{photo}.jpg", photo < 160 ? Breed.Siamese : Breed.Birman))]);

    [Theory]
    [InlineData("evaluation.md")]
    [InlineData("calibration.md")]
    [InlineData("augmentation.md")]
    public void The_programs_of_the_page_are_the_ones_that_are_compiled_here(string page) =>
        DocumentedPage.AssertCompiled(page, "Documentation/EvaluationPagesTests.cs");

    [Fact]
    public void Evaluation_page_runs()
    {
        (IndexedDataset<CatPhoto> train, IndexedDataset<CatPhoto> test) = Cats.Split(0.2, seed: 1);
        Span<int> truth = stackalloc int[32];
        Span<int> predicted = stackalloc int[32];

        var matrix = new ConfusionMatrix(test.Classes);
        foreach (Batch<CatPhoto> batch in test.Batches(test.SequentialSampler(), batchSize: 32))
        {
            batch.CopyClassIndices(truth);
            Predict(batch, predicted);
            matrix.Add(truth[..batch.Count], predicted[..batch.Count]);      // no allocation
        }

        EvaluationReport report = matrix.ToReport();
        Console.WriteLine(matrix);
        Console.WriteLine(report);
        double rare = report.Scores[(int)Breed.Birman].Recall ?? 0;
        ShotAccuracy byRarity = report.ByTrainingCounts(train.Counts);       // classes with more than 100, 20 to 100, fewer than 20 training rows

        // Never a Birman: 32 of 34 rows are right.
        Assert.Equal((0, 32 / 34.0, 0.5), (rare, report.Accuracy, report.BalancedAccuracy));
        Assert.Equal((1, null, 0), (byRarity.Many, byRarity.Medium, byRarity.Few));

        int[] labels = [0, 1, 0];
        float[] probabilities = [0.75f, 0.25f, 0.5f, 0.5f, 0.25f, 0.75f];
        var calibration = new CalibrationTable(test.Classes);
        var ofBirman = new CalibrationTable(test.Classes, ofClass: (int)Breed.Birman);   // of the rare class alone
        var top2 = new TopKAccuracy(test.Classes, k: 2);
        calibration.Add(labels, probabilities);
        ofBirman.Add(labels, probabilities);
        top2.Add(labels, probabilities);
        Console.WriteLine(calibration);
        Console.WriteLine($"{ofBirman.ExpectedCalibrationError:F3} {calibration.BrierScore:F3} {top2.Accuracy:F3}");
        Assert.Equal((0.5, 1), (ofBirman.ExpectedCalibrationError, top2.Accuracy));

        var counts = new long[matrix.SumLength];
        matrix.CopySums(counts);
        SumOverRanks(counts);
        var all = new ConfusionMatrix(test.Classes);
        all.AddSums(counts);
        Assert.Equal(68, all.Rows);

        static void Predict(Batch<CatPhoto> batch, Span<int> predicted) => predicted[..batch.Count].Clear();

        static void SumOverRanks(long[] counts)
        {
            foreach (ref long count in counts.AsSpan())
            {
                count *= 2;
            }
        }
    }

    [Fact]
    public void Calibration_page_runs()
    {
        IndexedDataset<CatPhoto> train = Cats;
        float[] probabilities = [0.5f, 0.5f];
        float[] uncorrected = [0.5f, 0.5f];
        float[] logits = [0, 0];

        BalancedSampler sampler = train.BalancedSampler(seed: 42);
        PosteriorCorrection correction = sampler.Plan.CorrectionTo(TargetDistribution.AsSource);   // the data has the world's proportions
        Console.WriteLine(correction);

        correction.Apply(probabilities);                         // in place, no allocation
        correction.AddTo(logits);                                // or before the softmax

        double[] thresholds = correction.Thresholds(1, 10);      // a missed Birman costs 10 false alarms
        int taken = PosteriorCorrection.Decide(uncorrected, thresholds);

        Assert.Equal(10 / 170.0, probabilities[1], 1e-7);
        Assert.Equal(Math.Log(10 / 160.0), logits[1] - logits[0], 1e-6);
        Assert.Equal(16 / 26.0, thresholds[1], 1e-12);
        Assert.Equal(0, taken);

        // Drawn balanced, the loss weighted back to the source: there is nothing left to correct.
        ClassWeights weights = ClassWeights.ImportanceCorrection(
            train.Counts, sampled: TargetDistribution.Uniform, goal: TargetDistribution.AsSource);
        bool nothing = correction.AfterClassWeights(weights).IsIdentity;

        // Drawn as they are, the loss weighted by class, or the logits adjusted by the priors.
        PosteriorCorrection natural = PosteriorCorrection.Of(train.Counts, TargetDistribution.AsSource, deployment: TargetDistribution.AsSource);
        PosteriorCorrection ofWeighted = natural.AfterClassWeights(ClassWeights.Balanced(train.Counts));
        PosteriorCorrection ofAdjusted = natural.AfterLogitPriors(LogitPriors.Of(train.Counts));

        Assert.True(nothing);
        Assert.Equal(0.5, ofWeighted.TrainedShares[1], 1e-12);
        Assert.Equal(0.5, ofAdjusted.TrainedShares[1], 1e-12);
    }

    [Fact]
    public async Task Augmentation_page_runs()
    {
        IndexedDataset<CatPhoto> cats = Cats;
        List<float[]> decoded = [];

        BalancedSampler sampler = cats.BalancedSampler(seed: 42);
        await foreach (LoadedBatch<float[]> batch in cats.Batches(sampler, batchSize: 10).LoadWithContextAsync((photo, context) =>
        {
            var random = new SplitMix64(context.Seed);                         // using BalanceGen.Randomness
            bool mirrored = (random.Next() & 1) == 0;
            int left = (int)BoundedInteger.Below(ref random, 32);
            return DecodeImage(photo.File, mirrored, left);
        }))
        {
            Train(batch);
        }

        // Of 170 rows each Birman was shown 8 or 9 times, in different ways.
        Assert.Equal(170, decoded.Count);
        Assert.True(decoded.Select(image => string.Join(' ', image)).Distinct().Count() > 130);

        static float[] DecodeImage(string file, bool mirrored, int left) => [file.GetHashCode(StringComparison.Ordinal), mirrored ? 1 : 0, left];

        void Train(LoadedBatch<float[]> batch) => decoded.AddRange(batch.Rows.ToArray());
    }

    [Fact]
    public void Partners_of_the_augmentation_page_are_of_the_same_class()
    {
        IndexedDataset<CatPhoto> cats = Cats;
        BalancedSampler sampler = cats.BalancedSampler(seed: 42);
        Span<DrawContext> contexts = stackalloc DrawContext[10];
        Span<int> partners = stackalloc int[10];
        int mixed = 0;

        Partners sameClass = cats.PartnersOfSameClass(seed: 7);
        Partners anyClass = cats.PartnersByTarget(seed: 7, TargetDistribution.AsSource);
        foreach (Batch<CatPhoto> batch in cats.Batches(sampler, batchSize: 10))
        {
            batch.CopyContexts(contexts);
            sameClass.Fill(contexts[..batch.Count], partners);                 // row numbers
            for (int place = 0; place < batch.Count; place++)
            {
                Mix(batch[place], cats.Rows[partners[place]]);
            }
        }

        Assert.Equal(170, mixed);
        anyClass.Fill(sampler, 0, partners);
        Assert.True(partners.ToArray().Count(row => row < 160) >= 9);

        void Mix(CatPhoto one, CatPhoto other)
        {
            Assert.Equal(one.Breed, other.Breed);
            Assert.NotEqual(one.File, other.File);
            mixed++;
        }
    }
}
