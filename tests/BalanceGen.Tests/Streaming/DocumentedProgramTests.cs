using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BalanceGen.Tests.Streaming;

/// <summary>The programs of docs/streaming.md, dynamic-weights.md, loading.md and adapters.md, compiled and run, and compared with the pages.</summary>
public sealed class DocumentedProgramTests
{
    private static readonly CatPhoto[] Photos =
        [.. Enumerable.Range(0, 170).Select(photo => new CatPhoto($"{photo}.png", photo < 160 ? Breed.Siamese : Breed.Birman))];

    public static TheoryData<string> Pages() => ["streaming.md", "dynamic-weights.md", "loading.md", "adapters.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_programs_of_the_page_are_the_ones_that_are_compiled_here(string page) =>
        DocumentedPage.AssertCompiled(page, "Streaming/DocumentedProgramTests.cs");

    [Fact]
    public void Streaming_pages_run()
    {
        IEnumerable<CatPhoto> photos = Photos;
        IEnumerable<ReadOnlyMemory<CatPhoto>> batches = photos
            .Resample(default(CatPhoto.Classes.Indexer), TargetDistribution.Uniform, oversampling: 0.9, undersampling: 0.5, seed: 1)
            .Shuffle(buffer: 2048, seed: 1)
            .Batch(32);
        Assert.NotEmpty(batches);

        SourceDistribution shares = SourceDistribution.Of([0.9, 0.1]);
        ResamplingPlan plan = photos.RejectionResample(default(CatPhoto.Classes.Indexer), TargetDistribution.Uniform, shares).Plan!;
        Console.WriteLine(plan);
        Assert.Contains(plan.ToString(), File.ReadAllText(Path.Combine(Repository.Root, "docs", "streaming.md")), StringComparison.Ordinal);

        IEnumerable<CatPhoto> siamese = photos.Where(photo => photo.Breed == Breed.Siamese);
        IEnumerable<CatPhoto> birman = photos.Where(photo => photo.Breed == Breed.Birman);
        IEnumerable<CatPhoto> mix = StreamInterleaving.Interleave([siamese, birman], [0.5, 0.5], seed: 1, StoppingStrategy.AllExhausted);
        Assert.Equal(170, mix.Distinct().Count());
    }

    [Fact]
    public void Streaming_page_goes_on_from_a_state()
    {
        IEnumerable<CatPhoto> photos = Photos;
        List<string> seen = [];
        ResumableStream<ReadOnlyMemory<CatPhoto>> stream = photos.Shuffle(buffer: 64, seed: 1).Batch(32).Repeat(3);
        var rows = (JsonTypeInfo<CatPhoto>)JsonSerializerOptions.Default.GetTypeInfo(typeof(CatPhoto));
        string checkpoint = "";
        using (StreamEnumerator<ReadOnlyMemory<CatPhoto>> enumerator = stream.GetEnumerator())
        {
            for (int step = 0; step < 8 && enumerator.MoveNext(); step++)
            {
                Train(enumerator.Current);
                checkpoint = enumerator.GetState().ToJson(rows);
            }
        }

        foreach (ReadOnlyMemory<CatPhoto> batch in stream.ResumeFrom(StreamState.FromJson(checkpoint, rows)))
        {
            Train(batch);
        }

        Assert.Equal(stream.SelectMany(batch => batch.ToArray()).Select(photo => photo.File), seen);

        void Train(ReadOnlyMemory<CatPhoto> batch) => seen.AddRange(batch.ToArray().Select(photo => photo.File));
    }

    [Fact]
    public void Dynamic_weight_pages_run()
    {
        IndexedDataset<CatPhoto> cats = CatPhoto.Classes.Index(Photos);
        double total = 0;
        float[] weights = new float[32];
        foreach (Batch<CatPhoto> batch in cats.Batches(cats.RandomSampler(seed: 1), batchSize: 32))
        {
            double sum = batch.DynamicSampleWeights(weights);
            Train(batch, weights.AsSpan(0, batch.Count), divideBy: sum);
        }

        Assert.Equal(170, total, 1e-3);

        double[] losses = [0.2, double.NaN, 1.4];
        double[] rowWeights = [1, 0, 3];
        double mean = BatchWeights.WeightedMean(losses, rowWeights, LossReduction.MeanWithSampleWeight);
        Assert.Equal((0.2 + 4.2) / 4, mean, 1e-12);

        void Train(Batch<CatPhoto> batch, ReadOnlySpan<float> rowWeights, double divideBy)
        {
            Assert.Equal(batch.Count, rowWeights.Length);
            total += divideBy;
        }
    }

    [Fact]
    public async Task Loading_pages_run()
    {
        IndexedDataset<CatPhoto> cats = CatPhoto.Classes.Index(Photos);
        SamplerState saved = default;
        int rows = 0;
        Batches<CatPhoto> batches = cats.Batches(cats.BalancedSampler(seed: 42), batchSize: 32);
        var options = new LoadOptions { Workers = 8, Prefetch = 4, OnFailure = RowFailurePolicy.Retry(2, thenSkip: true) };
        foreach (Batches<CatPhoto> epoch in batches.Epochs(0, 10))
        {
            await foreach (LoadedBatch<float[]> batch in epoch.LoadAsync(photo => DecodeImage(photo.File), options))
            {
                Step(batch.Rows, batch.ClassIndices);
                SaveCheckpoint(batch.State);
            }
        }

        Assert.Equal(1700, rows);
        BatchEpochs<CatPhoto> rest = batches.ResumeFrom(saved).Epochs(0, 10);     // what is left of ten epochs
        Assert.Equal((10, 0), (rest.FirstEpoch, rest.Count));

        static float[] DecodeImage(string file) => [file.Length];

        void Step(ReadOnlyMemory<float[]> images, ReadOnlyMemory<int> classIndices)
        {
            Assert.Equal(images.Length, classIndices.Length);
            rows += images.Length;
        }

        void SaveCheckpoint(SamplerState state) => saved = state;
    }

    [Fact]
    public void Adapter_pages_run()
    {
        IndexedDataset<CatPhoto> cats = CatPhoto.Classes.Index(Photos);
        BalancedSampler sampler = cats.BalancedSampler(seed: 1);
        ClassWeights weights = ClassWeights.Balanced(cats.Counts);

        long[] rows = sampler.RowNumbersOfEpoch(epoch: 0);
        Span<long> some = stackalloc long[256];
        sampler.Fill(firstDraw: 1000, some);
        float[] column = weights.ToSampleWeights(cats.Index).ToSingles(cats.Index);      // one for each of cats.Rows
        Assert.Equal(sampler.EpochLength, rows.Length);
        Assert.Equal(170, column.Length);

        EpochRowNumbers shuffler = sampler.EpochRowNumbers();
        Assert.Equal(rows, shuffler);

        IEnumerable<WeightedPhoto> weighted = cats.SelectWeighted(
            weights, (photo, weight) => new WeightedPhoto(photo.File, photo.Breed.ToString(), weight));
        Assert.Equal(170, weighted.Sum(photo => photo.Weight), 1e-3);
    }

    private sealed record WeightedPhoto(string File, string Breed, float Weight);
}
