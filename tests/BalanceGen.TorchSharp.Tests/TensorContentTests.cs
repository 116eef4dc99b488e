using BalanceGen.Classes;
using TorchSharp;

namespace BalanceGen.TorchSharp.Tests;

/// <summary>Shapes, types, weights and label sets of the tensors.</summary>
public sealed class TensorContentTests
{
    [TensorFact]
    public void A_batch_has_one_dimension_more_than_a_row()
    {
        Assert.Equal([10, 3, 4, 5], ShapeOf<float>([3, 4, 5]));
        Assert.Equal([10], ShapeOf<float>([]));
    }

    [TensorFact]
    public void Elements_have_the_type_that_is_encoded()
    {
        Assert.Equal(torch.ScalarType.Float32, TypeOf<float>());
        Assert.Equal(torch.ScalarType.Float64, TypeOf<double>());
        Assert.Equal(torch.ScalarType.Float16, TypeOf<Half>());
        Assert.Equal(torch.ScalarType.Byte, TypeOf<byte>());
        Assert.Equal(torch.ScalarType.Int8, TypeOf<sbyte>());
        Assert.Equal(torch.ScalarType.Int16, TypeOf<short>());
        Assert.Equal(torch.ScalarType.Int32, TypeOf<int>());
        Assert.Equal(torch.ScalarType.Int64, TypeOf<long>());
        Assert.Equal(torch.ScalarType.Bool, TypeOf<bool>());
        NotSupportedException error = Assert.Throws<NotSupportedException>(() => TypeOf<decimal>());
        Assert.Contains("Decimal", error.Message, StringComparison.Ordinal);
    }

    [TensorTheory]
    [InlineData(0)]
    [InlineData(2)]
    public void What_an_encoder_leaves_alone_is_zero(int workers)
    {
        IndexedDataset<Point> data = Points.Dataset;
        foreach (TensorBatch batch in data.Batches(data.RandomSampler(seed: 1), batchSize: 8).ToTensors<Point, float>(
            [14], (in Point point, Span<float> x) => x[point.Number % 14] = 1, new TensorLoadOptions { Workers = workers }))
        {
            using torch.Tensor sum = batch.Input.sum();
            Assert.Equal(batch.Count, sum.item<float>());
        }
    }

    [TensorTheory]
    [InlineData(0)]
    [InlineData(2)]
    public void Weights_are_those_of_the_core(int workers)
    {
        IndexedDataset<Point> data = Points.Dataset;
        ClassWeights classWeights = ClassWeights.Balanced(data.Counts);
        SampleWeights rowWeights = new([.. Enumerable.Range(0, 97).Select(row => row / 2.0)]);
        AssertWeights(data, workers, SampleWeighting.Of(classWeights), (rows, classes) => classes.Select(index => (float)classWeights[index]));
        AssertWeights(data, workers, SampleWeighting.Of(rowWeights), (rows, classes) => rows.Select(row => (float)(row / 2.0)));
        AssertWeights(data, workers, SampleWeighting.Dynamic(), (rows, classes) =>
            classes.Select(index => (float)classes.Length / (classes.Distinct().Count() * classes.Count(other => other == index))));
    }

    [TensorFact]
    public void Label_sets_become_zeros_and_ones()
    {
        IndexedDataset<Point> data = Points.Dataset;
        MultiLabelIndex sets = MultiLabelIndex.Build<Point, KindsIndexer>(Points.Rows, default);
        foreach (TensorBatch batch in data.Batches(data.RandomSampler(seed: 1), batchSize: 10).ToTensors<Point, float>([2], Points.Encode, new TensorLoadOptions { MultiLabelIndex = sets }))
        {
            Assert.Equal(torch.ScalarType.Float32, batch.Target.dtype);
            Assert.Equal([batch.Count, 3L], batch.Target.shape);
            IEnumerable<float> expected = batch.RowNumbers.ToArray().SelectMany(row => new float[] { row % 2 == 0 ? 1 : 0, row % 3 == 0 ? 1 : 0, row % 5 == 0 ? 1 : 0 });
            Assert.Equal(expected, batch.Target.data<float>().ToArray());
        }
    }

    [TensorFact]
    public void What_does_not_belong_to_the_data_set_is_refused_before_anything_is_loaded()
    {
        Batches<Point> batches = Points.Dataset.Batches(Points.Dataset.RandomSampler(seed: 1), batchSize: 10);
        Assert.Throws<ClassMismatchException>(() => Load(batches, [2], new TensorLoadOptions { Weights = SampleWeighting.Of(new ClassWeights(ClassSet.Numbered(2), 1, 1)) }));
        Assert.Contains("5 sample weights", Assert.Throws<ArgumentException>(() => Load(batches, [2], new TensorLoadOptions { Weights = SampleWeighting.Of(new SampleWeights(new double[5])) })).Message, StringComparison.Ordinal);
        MultiLabelIndex sets = MultiLabelIndex.Build<Point, KindsIndexer>(Points.Rows.AsSpan(0, 9), default);
        Assert.Contains("label sets of 9 rows", Assert.Throws<ArgumentException>(() => Load(batches, [2], new TensorLoadOptions { MultiLabelIndex = sets })).Message, StringComparison.Ordinal);
        Assert.Contains("side of 0", Assert.Throws<ArgumentException>(() => Load(batches, [2, 0], null)).Message, StringComparison.Ordinal);
        Assert.Contains("2 GiB", Assert.Throws<ArgumentException>(() => Load(batches, [100_000, 1000], null)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TensorLoadOptions { Workers = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TensorLoadOptions { Prefetch = 0 });
    }

    private static void Load(Batches<Point> batches, long[] shape, TensorLoadOptions? options) => batches.ToTensors<Point, float>(shape, Points.Encode, options);

    private static long[] ShapeOf<TElement>(long[] shape)
        where TElement : unmanaged
    {
        using TensorBatchEnumerator loop = First<TElement>(shape);
        return loop.Current.Input.shape;
    }

    private static torch.ScalarType TypeOf<TElement>()
        where TElement : unmanaged
    {
        using TensorBatchEnumerator loop = First<TElement>([1]);
        return loop.Current.Input.dtype;
    }

    private static TensorBatchEnumerator First<TElement>(long[] shape)
        where TElement : unmanaged
    {
        TensorBatchEnumerator loop = Points.Dataset.Batches(Points.Dataset.RandomSampler(seed: 1), batchSize: 10)
            .ToTensors<Point, TElement>(shape, (in Point _, Span<TElement> _) => { }, new TensorLoadOptions { Workers = 1 }).GetEnumerator();
        Assert.True(loop.MoveNext());
        return loop;
    }

    private static void AssertWeights(IndexedDataset<Point> data, int workers, SampleWeighting weighting, Func<long[], int[], IEnumerable<float>> expected)
    {
        foreach (TensorBatch batch in data.Batches(data.RandomSampler(seed: 1), batchSize: 10).ToTensors<Point, float>([2], Points.Encode, new TensorLoadOptions { Workers = workers, Weights = weighting }))
        {
            long[] rows = batch.RowNumbers.ToArray();
            int[] classes = [.. rows.Select(row => (int)Points.Rows[row].Kind)];
            Assert.Equal(expected(rows, classes).ToArray(), batch.Weights!.data<float>().ToArray(), (one, other) => Math.Abs(one - other) <= 1e-6f * Math.Abs(other));
        }
    }
}
