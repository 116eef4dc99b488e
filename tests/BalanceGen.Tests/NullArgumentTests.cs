using BalanceGen.Evaluation;
using BalanceGen.Tests.Batching;
using BalanceGen.Tests.Streaming;

namespace BalanceGen.Tests;

/// <summary>A missing argument is refused where it is given, by its name, not where it is first used.</summary>
public sealed class NullArgumentTests
{
    private static readonly ClassSet Classes = new("cat", "dog", "fish");
    private static readonly ClassCounts Counts = new(Classes, 3, 2, 1);
    private static readonly TargetDistribution Uniform = TargetDistribution.Uniform;
    private static readonly LabelledIndexer Indexer = new(Classes);
    private static readonly IndexedDataset<Pet> Pets = IndexedDataset.Create(Pet.Rows(20, 3), default(Pet.Indexer));
    private static readonly Sampler Sampler = Pets.SequentialSampler();
    private static readonly IEnumerable<int> Numbers = [1, 2];
    private static readonly IEnumerable<Labelled> NoRows = null!;
    private static readonly IAsyncEnumerable<Labelled> NoAsyncRows = null!;

    [Fact]
    public void Classes_refuse_null() => AssertRefused(
    [
        ("classes", () => new ClassCounts(null!, 1)),
        ("classes", () => ClassCounts.Of(null!, (int[])[0])),
        ("classes", () => ClassCounts.Of(null!, (byte[])[0])),
        ("expected", () => Counts.DifferencesFrom(null!)),
        ("rows", () => ClassCounts.Of((IEnumerable<Labelled>)null!, Indexer)),
        ("pairs", () => ClassCounts.Of(Classes, (IEnumerable<(string, long)>)null!)),
        ("pairs", () => ClassCounts.Of(Classes, (Dictionary<string, long>)null!)),
        ("pairs", () => ClassCounts.Of(Classes, (Dictionary<string, int>)null!)),
        ("name", () => _ = Counts[null!]),
        ("names", () => ClassSet.Of(null!)),
        ("labels", () => ClassSet.OfLabels(null!)),
        ("classes", () => ClassIndexer.Of<int>(null!, row => row)),
        ("classOf", () => ClassIndexer.Of(Classes, (Func<int, int>)null!)),
        ("classes", () => ClassIndexer.Of<int>(null!, row => "cat")),
        ("labelOf", () => ClassIndexer.Of(Classes, (Func<int, string?>)null!)),
        ("path", () => ClassCountFiles.Read(null!)),
        ("path", () => ClassCountFiles.Read(null!, Classes)),
        ("classes", () => ClassCountFiles.Parse("cat,1", null!)),
        ("text", () => ClassCountFiles.Parse(null!, Classes)),
        ("name", () => ClassCountFiles.Parse("cat,1", Classes, null!)),
        ("path", () => ClassCountFiles.Write(null!, Counts)),
        ("counts", () => ClassCountFiles.Write("counts", null!)),
        ("counts", () => ClassCountFiles.ToText(null!)),
        ("classes", () => RowIndex.Build(null!, (long[])[0])),
        ("rows", () => RowIndex.Build((IEnumerable<Labelled>)null!, Indexer)),
        ("name", () => Classes.IndexOf(null!)),
        ("name", () => Classes.TryIndexOf(null!, out _)),
        ("classes", () => RowIndex.Build(null!, (int[])[0])),
        ("classes", () => RowIndex.Build(null!, (byte[])[0])),
        ("counts", () => RowIndex.OfSortedRows(null!)),
        ("isChosen", () => RowIndex.Build(Classes, (int[])[0]).Where(null!)),
        ("labels", () => new LabelLookup(LabelComparison.Ordinal, "a", null!)),
        ("classes", () => new UnknownLabelException("a", null!)),
        ("classes", () => new ClassMismatchException("The list", 1, null!)),
        ("counts", () => new EmptyClassException(null!, "it has no weight", 0)),
    ]);

    [Fact]
    public void Weights_refuse_null() => AssertRefused(
    [
        ("classes", () => new ClassWeights(null!, 1)),
        ("classes", () => ClassWeights.Of(null!, 1)),
        ("weights", () => ClassWeights.Of(Classes, 1, (Dictionary<string, double>)null!)),
        ("other", () => ClassWeights.Of(Classes, 1).Times(null!)),
        ("other", () => new SampleWeights([1.0]).Times(null!)),
        ("keys", () => SplitGroups.Of((IEnumerable<int>)null!)),
        ("keyOf", () => Pets.GroupsBy((Func<Pet, int>)null!)),
        ("index", () => RowSubsets.Of(null!, new SplitOptions(), SubsetSize.Equal(2))),
        ("options", () => RowSubsets.Of(Pets.Index, null!, SubsetSize.Equal(2))),
        ("options", () => RowFolds.Of(Pets.Index, 2, null!)),
        ("index", () => MultiLabelSubsets.Of(null!, new SplitOptions(), SubsetSize.Equal(2))),
        ("index", () => EvaluationShard.Of(null!, default)),
        ("create", () => SamplerContract.Check(null!)),
        ("index", () => ClassWeights.Balanced(Counts).ToSampleWeights(null!)),
        ("counts", () => ClassWeights.Balanced(null!)),
        ("counts", () => ClassWeights.InverseFrequency(null!)),
        ("counts", () => ClassWeights.Power(null!, 1)),
        ("counts", () => ClassWeights.EffectiveNumber(null!, 0.9)),
        ("counts", () => ClassWeights.MedianFrequency(null!)),
        ("counts", () => ClassWeights.RepeatFactor(null!, 0.1)),
        ("rowsWithClass", () => ClassWeights.RepeatFactor(null!, 10, 0.1)),
        ("counts", () => ClassWeights.ImportanceCorrection(null!, Uniform, Uniform)),
        ("sampled", () => ClassWeights.ImportanceCorrection(Counts, null!, Uniform)),
        ("goal", () => ClassWeights.ImportanceCorrection(Counts, Uniform, null!)),
        ("counts", () => ClassWeights.Balanced(Counts).WithRowMeanOne(null!)),
        ("counts", () => LogitPriors.Of(null!)),
        ("counts", () => Uniform.Resolve(null!)),
        ("classes", () => new RunningClassCounts(null!, 0.5)),
        ("observed", () => new RunningClassCounts(null!, [1.0], 0.5)),
        ("weights", () => BatchWeights.FromClassWeights([0], null!, new double[1])),
        ("weights", () => BatchWeights.FromClassWeights([0], null!, new float[1])),
        ("classes", () => BatchWeights.Dynamic([0], null!, new double[1])),
        ("classes", () => BatchWeights.Dynamic([0], null!, new float[1])),
        ("index", () => new SampleWeights([1]).WithClassShares(null!, Uniform)),
        ("target", () => new SampleWeights([1]).WithClassShares(RowIndex.Build(Classes, (int[])[0]), null!)),
        ("index", () => SampleWeights.RepeatFactors(null!, 0.1)),
    ]);

    [Fact]
    public void Evaluation_and_partners_refuse_null() => AssertRefused(
    [
        ("classes", () => new ConfusionMatrix(null!)),
        ("other", () => new ConfusionMatrix(Classes).Merge(null!)),
        ("classes", () => new TopKAccuracy(null!, 1)),
        ("other", () => new TopKAccuracy(Classes, 1).Merge(null!)),
        ("classes", () => new CalibrationTable(null!)),
        ("other", () => new CalibrationTable(Classes).Merge(null!)),
        ("counts", () => PosteriorCorrection.Of(null!, Uniform, Uniform)),
        ("trained", () => PosteriorCorrection.Of(Counts, null!, Uniform)),
        ("deployment", () => PosteriorCorrection.Of(Counts, Uniform, null!)),
        ("deployment", () => Pets.BalancedSampler(1).Plan.CorrectionTo(null!)),
        ("weights", () => PosteriorCorrection.Of(Counts, Uniform, Uniform).AfterClassWeights(null!)),
        ("priors", () => PosteriorCorrection.Of(Counts, Uniform, Uniform).AfterLogitPriors(null!)),
        ("index", () => Partners.OfSameClass(null!, 1)),
        ("index", () => Partners.ByTarget(null!, 1)),
        ("sampler", () => Pets.PartnersOfSameClass(1).Fill(null!, 0, new int[1])),
    ]);

    [Fact]
    public void Evaluation_reports_refuse_null()
    {
        var matrix = new ConfusionMatrix(Classes);
        matrix.Add(0, 0);
        AssertRefused([("trainingCounts", () => matrix.ToReport().ByTrainingCounts(null!))]);
    }

    [Fact]
    public void Data_sets_and_batches_refuse_null()
    {
        AssertRefused(
        [
            ("rows", () => IndexedDataset.Create((Pet[])null!, default(Pet.Indexer))),
            ("rows", () => IndexedDataset.Create((List<Pet>)null!, default(Pet.Indexer))),
            ("rows", () => MultiLabelDataset.Create((int[][])null!, default(LabelSetsIndexer))),
            ("rows", () => MultiLabelDataset.Create((List<int[]>)null!, default(LabelSetsIndexer))),
            ("rows", () => IndexedDataset.Create((IEnumerable<Pet>)null!, default(Pet.Indexer))),
            ("rows", () => IndexedDataset.Create((IEnumerable<Pet>)null!, Classes, pet => pet.Species)),
            ("rows", () => MultiLabelDataset.Create((IEnumerable<int[]>)null!, default(LabelSetsIndexer))),
            ("rows", () => MultiLabelIndex.Build((IEnumerable<int[]>)null!, default(LabelSetsIndexer))),
            ("sampler", () => Pets.Batches(null!, 1)),
            ("sampler", () => Pets.Batches((StratifiedRandomSampler)null!)),
            ("sampler", () => Pets.Batches((ClassAwareSampler)null!)),
            ("sampler", () => Pets.Batches((MinimumQuotaSampler)null!)),
            ("sampler", () => Pets.RowsOfEpoch(null!, 0)),
            ("predicate", () => Pets.Where(null!)),
            ("index", () => new SamplerTrace(null!)),
        ]);
        foreach (Batch<Pet> batch in Pets.Batches(Sampler, 20))
        {
            Assert.Equal("running", NameOfRefused(batch, batch => batch.ObserveBy(null!)));
            Assert.Equal("weights", NameOfRefused(batch, batch => batch.SampleWeights(null!, new double[20])));
            Assert.Equal("weights", NameOfRefused(batch, batch => batch.SampleWeights(null!, new float[20])));
        }
    }

    [Fact]
    public void Streams_refuse_null() => AssertRefused(
    [
        ("classes", () => new ResamplingTrace(null!)),
        ("counts", () => SourceDistribution.Of((ClassCounts)null!)),
        ("source", () => ((IEnumerable<int>)null!).Repeat()),
        ("source", () => ((IAsyncEnumerable<int>)null!).Repeat()),
        ("source", () => ((IEnumerable<int>)null!).Batch(2)),
        ("source", () => ((IAsyncEnumerable<int>)null!).Batch(2)),
        ("source", () => ((IEnumerable<int>)null!).Take(2L)),
        ("source", () => ((IAsyncEnumerable<int>)null!).Take(2L)),
        ("source", () => ((IEnumerable<int>)null!).Shuffle(2, 1)),
        ("source", () => ((IAsyncEnumerable<int>)null!).Shuffle(2, 1)),
        ("source", () => StreamCancelling.WithCancellation<int>(null!, CancellationToken.None)),
        ("streams", () => StreamInterleaving.Interleave((IReadOnlyList<IEnumerable<int>>)null!, [1.0], 1)),
        ("streams", () => StreamInterleaving.Interleave((IReadOnlyList<IAsyncEnumerable<int>>)null!, [1.0], 1)),
        ("state", () => new[] { 1 }.Repeat().ResumeFrom(null!)),
        ("state", () => new[] { 1 }.ToAsyncEnumerable().Repeat().ResumeFrom(null!)),
        ("rows", () => new[] { 1 }.Repeat().GetEnumerator().GetState().ToBytes<int>(null!)),
        ("rows", () => new[] { 1 }.Repeat().GetEnumerator().GetState().ToJson<int>(null!)),
        ("rows", () => StreamState.FromBytes<int>([], null!)),
        ("rows", () => StreamState.FromJson<int>("", null!)),
        ("json", () => StreamState.FromJson<int>(null!, null!)),
        ("source", () => NoRows.Resample(Indexer, Uniform)),
        ("source", () => NoRows.RejectionResample(Indexer, Uniform)),
        ("source", () => NoRows.RepeatResample(Indexer, Uniform)),
        ("source", () => NoAsyncRows.Resample(Indexer, Uniform)),
        ("source", () => NoAsyncRows.RejectionResample(Indexer, Uniform)),
        ("source", () => NoAsyncRows.RepeatResample(Indexer, Uniform)),
        ("target", () => Array.Empty<Labelled>().Resample(Indexer, null!)),
        ("target", () => Array.Empty<Labelled>().RejectionResample(Indexer, null!)),
        ("target", () => Array.Empty<Labelled>().RepeatResample(Indexer, null!)),
    ]);

    [Fact]
    public void Loaders_refuse_null()
    {
        Batches<Pet> batches = Pets.Batches(Sampler, 2);
        IEnumerable<ReadOnlyMemory<int>> stream = Numbers.Batch(2);
        IAsyncEnumerable<ReadOnlyMemory<int>> asynchronous = Streams.Async(Numbers).Batch(2);
        AssertRefused(
        [
            ("decode", () => batches.LoadAsync((Func<Pet, int>)null!)),
            ("decode", () => batches.LoadAsync((Func<Pet, CancellationToken, ValueTask<int>>)null!)),
            ("collate", () => batches.LoadAsync(pet => pet.Number, (Func<LoadedBatch<int>, int>)null!)),
            ("collate", () => batches.LoadAsync((pet, _) => new ValueTask<int>(pet.Number), (Func<LoadedBatch<int>, int>)null!)),
            ("create", () => batches.LoadPooledAsync((Func<int[]>)null!, (_, _, _) => { })),
            ("decode", () => batches.LoadPooledAsync(() => new int[1], null!)),
            ("collate", () => batches.LoadPooledAsync(() => new int[1], (_, _, _) => { }, (Func<LoadedBatch<int[]>, int>)null!)),
            ("decode", () => batches.LoadWithContextAsync((Func<Pet, DrawContext, int>)null!)),
            ("decode", () => batches.LoadWithContextAsync((Func<Pet, DrawContext, CancellationToken, ValueTask<int>>)null!)),
            ("collate", () => batches.LoadWithContextAsync((pet, _) => pet.Number, (Func<LoadedBatch<int>, int>)null!)),
            ("create", () => batches.LoadPooledWithContextAsync((Func<int[]>)null!, (_, _, _, _) => { }, batch => batch)),
            ("decode", () => batches.LoadPooledWithContextAsync(() => new int[1], null!, batch => batch)),
            ("decode", () => stream.LoadAsync((Func<int, int>)null!)),
            ("decode", () => stream.LoadAsync((Func<int, CancellationToken, ValueTask<int>>)null!)),
            ("decode", () => asynchronous.LoadAsync((Func<int, int>)null!)),
            ("decode", () => asynchronous.LoadAsync((Func<int, CancellationToken, ValueTask<int>>)null!)),
            ("batches", () => ((IEnumerable<ReadOnlyMemory<int>>)null!).LoadAsync(row => row)),
            ("batches", () => ((IEnumerable<ReadOnlyMemory<int>>)null!).LoadAsync((row, _) => new ValueTask<int>(row))),
            ("batches", () => ((IAsyncEnumerable<ReadOnlyMemory<int>>)null!).LoadAsync(row => row)),
            ("batches", () => ((IAsyncEnumerable<ReadOnlyMemory<int>>)null!).LoadAsync((row, _) => new ValueTask<int>(row))),
            ("sampler", () => ((Sampler)null!).EpochRowNumbers()),
            ("sampler", () => ((Sampler)null!).RowNumbersOfEpoch(0)),
            ("sampler", () => ((Sampler)null!).Fill(0, new long[1].AsSpan())),
            ("dataset", () => ((IndexedDataset<Pet>)null!).SelectWeighted(ClassWeights.Balanced(Pets.Counts), (_, weight) => weight)),
            ("weights", () => Pets.SelectWeighted((ClassWeights)null!, (_, weight) => weight)),
            ("select", () => Pets.SelectWeighted(ClassWeights.Balanced(Pets.Counts), (Func<Pet, float, int>)null!)),
            ("dataset", () => ((IndexedDataset<Pet>)null!).SelectWeighted(new SampleWeights([1]), (_, weight) => weight)),
            ("weights", () => Pets.SelectWeighted((SampleWeights)null!, (_, weight) => weight)),
            ("select", () => Pets.SelectWeighted(new SampleWeights(new double[20]), (Func<Pet, float, int>)null!)),
            ("weights", () => ((SampleWeights)null!).ToSingles()),
            ("weights", () => ((SampleWeights)null!).ToSingles(Pets.Index)),
            ("index", () => new SampleWeights((double[])[1]).ToSingles(null!)),
        ]);
    }

    private static void AssertRefused((string Name, Action Call)[] calls) =>
        Assert.All(calls, call => Assert.Equal(call.Name, Assert.Throws<ArgumentNullException>(call.Call).ParamName));

    private static string? NameOfRefused(Batch<Pet> batch, Action<Batch<Pet>> call)
    {
        try
        {
            call(batch);
            return null;
        }
        catch (ArgumentNullException error)
        {
            return error.ParamName;
        }
    }

    private readonly struct LabelSetsIndexer : IMultiLabelIndexer<int[]>
    {
        public ClassSet Classes => NullArgumentTests.Classes;

        public int ClassesOf(in int[] row, Span<int> classIndices) => 0;

        public string DescribeLabels(in int[] row) => "";
    }
}
