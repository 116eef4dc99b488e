using System.Text.RegularExpressions;
using BalanceGen.Tests.Streaming;

namespace BalanceGen.Tests.Documentation;

/// <summary>The C# programs of docs/coming-from.md, compiled and run, with the results that the page states.</summary>
public sealed partial class ComingFromTests
{
    private static readonly CatPhoto[] photos =
        [.. Enumerable.Range(0, 170).Select(photo => new CatPhoto($"{photo}.png", photo < 160 ? Breed.Siamese : Breed.Birman))];

    private static readonly IndexedDataset<CatPhoto> cats = CatPhoto.Classes.Index(photos);

    private static readonly ClassWeights balanced = ClassWeights.Balanced(cats.Counts);

    [Fact]
    public void The_programs_of_the_page_are_the_ones_that_are_compiled_here()
    {
        string own = Joined(File.ReadAllText(Path.Combine(Repository.Root, "tests", "BalanceGen.Tests", "Documentation", "ComingFromTests.cs")));
        MatchCollection programs = Program().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "coming-from.md")));
        Assert.Equal(5, programs.Count);
        Assert.All(programs, program => Assert.Contains(Joined(program.Groups[1].Value), own, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Weighted_sampler_and_loader_give_every_draw_of_an_epoch_with_its_class()
    {
        int[] rowsOfClass = new int[2];
        WeightedRandomSampler weighted = cats.WeightedRandomSampler(seed: 42);
        foreach (Batches<CatPhoto> epoch in cats.Batches(weighted, batchSize: 32).Epochs(0, 2))
        {
            await foreach (LoadedBatch<float[]> batch in epoch.LoadAsync(photo => Decode(photo), new LoadOptions { Workers = 8 }))
            {
                Step(batch.Rows, batch.ClassIndices);
            }
        }

        int[] expected = new int[2];
        foreach (long row in weighted.RowNumbersOfEpoch(0).Concat(weighted.RowNumbersOfEpoch(1)))
        {
            expected[(int)photos[row].Breed]++;
        }

        Assert.Equal(expected, rowsOfClass);
        Assert.Equal(340, rowsOfClass.Sum());

        static float[] Decode(CatPhoto photo) => [(float)photo.Breed];

        void Step(ReadOnlyMemory<float[]> images, ReadOnlyMemory<int> classIndices)
        {
            for (int place = 0; place < images.Length; place++)
            {
                Assert.Equal(images.Span[place][0], classIndices.Span[place]);
                rowsOfClass[classIndices.Span[place]]++;
            }
        }
    }

    [Fact]
    public void Epochs_until_every_row_is_seen_are_those_of_the_page()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "coming-from.md"));
        Assert.Contains(FormattableString.Invariant($"after {cats.BalancedSampler(seed: 42).Plan.EpochsUntilAllSeen:F2} epochs"), page, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"need {cats.WeightedRandomSampler(seed: 42).Plan.EpochsUntilAllSeen:F2}."), page, StringComparison.Ordinal);
    }

    [Fact]
    public void Class_weights_sample_weights_and_folds_are_those_of_scikit_learn()
    {
        int tested = 0;
        ClassWeights balanced = ClassWeights.Balanced(cats.Counts);       // 0.53125 and 8.5
        SampleWeights perRow = balanced.ToSampleWeights(cats.Index);
        foreach ((IndexedDataset<CatPhoto> train, IndexedDataset<CatPhoto> test) in cats.KFold(5, seed: 1))
        {
            Evaluate(train, test);
        }

        Assert.Equal([0.53125, 8.5], balanced.Values);
        Assert.Equal(170, perRow.Values.ToArray().Sum(), 1e-9);
        Assert.Equal(170, tested);

        void Evaluate(IndexedDataset<CatPhoto> train, IndexedDataset<CatPhoto> test)
        {
            Assert.Equal([128, 8], train.Counts.Values);
            Assert.Equal([32, 2], test.Counts.Values);
            tested += (int)test.Counts.Total;
        }
    }

    [Fact]
    public void Weights_of_a_batch_add_up_to_its_rows_though_it_may_lack_a_class()
    {
        List<long> rare = [];
        float[] lossWeights = new float[32];
        foreach (Batch<CatPhoto> batch in cats.Batches(cats.RandomSampler(seed: 1), batchSize: 32))
        {
            batch.SampleWeights(balanced, lossWeights);                   // class_weight: the weight of each row's class
            batch.DynamicSampleWeights(lossWeights);                      // or: from the counts of this batch, never divided by 0
            Train(batch, lossWeights.AsSpan(0, batch.Count));
        }

        Assert.Equal(10, rare.Sum());
        Assert.Contains(0, rare);

        void Train(Batch<CatPhoto> batch, ReadOnlySpan<float> rowWeights)
        {
            Assert.Equal(batch.Count, rowWeights.ToArray().Sum(weight => (double)weight), 1e-4);
            Span<long> counts = [0, 0];
            batch.CountClasses(counts);
            rare.Add(counts[(int)Breed.Birman]);
        }
    }

    [Fact]
    public void Over_and_under_sampler_have_the_numbers_of_rows_of_the_page()
    {
        RandomOverSampler over = cats.RandomOverSampler(seed: 1);                                        // 320 draws an epoch, nothing copied
        RandomUnderSampler under = cats.RandomUnderSampler(seed: 1, SamplingStrategy.Ratio(0.5));      // 30 draws an epoch
        DrawnRows<CatPhoto> resampled = cats.RowsOfEpoch(over, epoch: 0);     // the 320 rows as a sequence, if that is what you need

        Assert.Equal(320, over.EpochLength);
        Assert.Equal(30, under.EpochLength);
        Assert.Equal(160, resampled.Count(photo => photo.Breed == Breed.Birman));
        Assert.Throws<ResampledRowsException>(() => CatPhoto.Classes.Index(resampled).Split(0.2, seed: 1));
        Assert.Equal(20, under.RowNumbersOfEpoch(0).Count(row => photos[row].Breed == Breed.Siamese));
    }

    [Fact]
    public void Streams_are_brought_to_the_target()
    {
        // 100 passes over the photos, in an order that mixes the breeds.
        CatPhoto[] stream = [.. Enumerable.Range(0, 17_000).Select(place => photos[place * 7 % 170])];
        IEnumerable<CatPhoto> siamese = stream.Where(photo => photo.Breed == Breed.Siamese);
        IEnumerable<CatPhoto> birman = stream.Where(photo => photo.Breed == Breed.Birman);

        IEnumerable<CatPhoto> rejected = stream.RejectionResample(
            default(CatPhoto.Classes.Indexer), TargetDistribution.Uniform, SourceDistribution.Of([0.94, 0.06]));
        IEnumerable<CatPhoto> mixed = StreamInterleaving.Interleave([siamese, birman], [0.5, 0.5], seed: 1);
        IEnumerable<CatPhoto> recipe = stream.Resample(
            default(CatPhoto.Classes.Indexer), TargetDistribution.Uniform, oversampling: 0.9, undersampling: 0.5, seed: 1);

        // The page: the mix of the photos themselves ends with the few Birmans.
        Assert.Equal(22, StreamInterleaving.Interleave([photos.Where(photo => photo.Breed == Breed.Siamese), photos.Where(photo => photo.Breed == Breed.Birman)], [0.5, 0.5], seed: 1).Count());

        // Shares of Birman. With r = p/q each breed comes max(1, r)^0.9 · min(1, r)^0.5 times.
        double copiesOfBirman = Math.Pow(0.5 * 17, 0.9);
        double copiesOfSiamese = Math.Sqrt(0.5 * 17 / 16);
        AssertShare(1 / (1 + (16 * 0.06 / 0.94)), rejected);
        AssertShare(0.5, mixed);
        AssertShare(copiesOfBirman / (copiesOfBirman + (16 * copiesOfSiamese)), recipe);

        static void AssertShare(double expected, IEnumerable<CatPhoto> rows)
        {
            CatPhoto[] all = [.. rows];
            double share = all.Count(photo => photo.Breed == Breed.Birman) / (double)all.Length;

            // Five standard deviations: one run in two million would fail by chance.
            double allowed = 5 * Math.Sqrt(0.25 / all.Length);
            Assert.InRange(share, expected - allowed, expected + allowed);
        }
    }

    private static string Joined(string code) => string.Join('\n', code.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();
}
