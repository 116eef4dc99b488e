using BalanceGen.Evaluation;

namespace BalanceGen.Tests.Evaluation;

public sealed class ConfusionMatrixTests
{
    private static readonly ClassSet Pets = new("cat", "dog", "fish", "owl");

    /// <summary>5 cats, 3 dogs, 2 fish and no owl; a dog was taken for an owl, and no fish was recognised.</summary>
    public static ConfusionMatrix Example()
    {
        var matrix = new ConfusionMatrix(Pets);
        matrix.Add([0, 0, 0, 0, 0, 1, 1, 1, 2, 2, ClassIndex.Ignored], [0, 0, 0, 0, 1, 1, 1, 3, 0, 1, 0]);
        return matrix;
    }

    [Fact]
    public void Pairs_are_counted_and_ignored_rows_apart()
    {
        ConfusionMatrix matrix = Example();
        matrix.Add(1, 0);
        Assert.Equal((4, 1, 1, 2, 1, 1, 1, 0), (matrix[0, 0], matrix[0, 1], matrix[1, 0], matrix[1, 1], matrix[1, 3], matrix[2, 0], matrix[2, 1], matrix[2, 2]));
        Assert.Equal((11, 1), (matrix.Rows, matrix.IgnoredRows));
        Assert.Equal([new Confusion(0, 1, 1), new Confusion(1, 0, 1), new Confusion(1, 3, 1)], matrix.LargestConfusions(3));
        Assert.Equal("class set", matrix.Classes == Pets ? "class set" : "");
    }

    [Fact]
    public void A_matrix_is_a_table() => Assert.Equal(
        """
        true \ predicted  cat  dog  fish  owl  rows  recall
        cat                 4    1     0    0     5  80.0 %
        dog                 0    2     0    1     3  66.7 %
        fish                1    1     0    0     2   0.0 %
        owl                 0    0     0    0     0       -
        """,
        Example().ToString());

    [Fact]
    public void Scores_are_counted_by_the_largest_of_equal_ones_the_first()
    {
        var matrix = new ConfusionMatrix(Pets);
        matrix.AddScores<float>([2, 1, ClassIndex.Ignored], [0.1f, 0.2f, 0.6f, 0.1f, 5, 7, 7, float.NegativeInfinity, 1, 0, 0, 0]);
        Assert.Equal((1, 1, 2, 1), (matrix[2, 2], matrix[1, 1], matrix.Rows, matrix.IgnoredRows));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(ConfusionMatrix.MaxDenseClasses)]
    [InlineData(ConfusionMatrix.MaxDenseClasses + 1)]
    [InlineData(40_000)]
    public void Cells_measures_and_sums_are_the_same_dense_and_sparse(int classes)
    {
        var numbers = new Xorshift((ulong)classes);
        int[] truth = [.. Enumerable.Range(0, 20_000).Select(_ => numbers.Below(classes))];
        int[] predicted = [.. truth.Select(own => numbers.Below(4) == 0 ? numbers.Below(classes) : own)];
        var matrix = new ConfusionMatrix(ClassSet.Numbered(classes));
        matrix.Add(truth, predicted);

        Dictionary<(int, int), long> cells = truth.Zip(predicted).GroupBy(pair => pair).ToDictionary(group => group.Key, group => group.LongCount());
        Assert.All(cells.Take(2000), cell => Assert.Equal(cell.Value, matrix[cell.Key.Item1, cell.Key.Item2]));
        Assert.Equal(0, matrix[0, cells.Keys.Contains((0, 1)) ? 0 : 1] - (cells.Keys.Contains((0, 1)) ? cells.GetValueOrDefault((0, 0)) : 0));
        IReadOnlyList<Confusion> wrong = matrix.LargestConfusions(int.MaxValue);
        Assert.Equal(cells.Where(cell => cell.Key.Item1 != cell.Key.Item2).Sum(cell => cell.Value), wrong.Sum(confusion => confusion.Rows));
        Assert.Equal(wrong.OrderByDescending(confusion => confusion.Rows).ThenBy(confusion => confusion.Truth).ThenBy(confusion => confusion.Predicted), wrong);

        EvaluationReport report = matrix.ToReport();
        foreach (int index in (int[])[0, classes / 2, classes - 1])
        {
            ClassScore score = report.Scores[index];
            Assert.Equal((truth.Count(own => own == index), predicted.Count(own => own == index), cells.GetValueOrDefault((index, index))), ((int)score.Support, (int)score.Predicted, score.Correct));
        }

        // Two halves merged, and as lists that ranks sum, are the whole.
        ConfusionMatrix one = Of(..8000);
        ConfusionMatrix other = Of(8000..);
        var sum = new long[one.SumLength];
        var counts = new long[other.SumLength];
        one.CopySums(sum);
        other.CopySums(counts);
        for (int index = 0; index < sum.Length; index++)
        {
            sum[index] += counts[index];
        }

        var summed = new ConfusionMatrix(ClassSet.Numbered(classes));
        summed.AddSums(sum);
        Assert.Equal(report.ToString(), summed.ToReport().ToString());
        Assert.Equal(classes <= ConfusionMatrix.MaxDenseClasses, summed.HasCells);
        one.Merge(other);
        Assert.Equal(report.ToString(), one.ToReport().ToString());
        Assert.Equal(wrong, one.LargestConfusions(int.MaxValue));

        ConfusionMatrix Of(Range range)
        {
            var part = new ConfusionMatrix(ClassSet.Numbered(classes));
            part.Add(truth.AsSpan(range), predicted.AsSpan(range));
            return part;
        }
    }

    [Fact]
    public void Cells_that_were_not_summed_are_not_made_up()
    {
        var matrix = new ConfusionMatrix(ClassSet.Numbered(2000));
        var counts = new long[matrix.SumLength];
        counts[7] = counts[2000 + 8] = 3;
        counts[^1] = 2;
        matrix.AddSums(counts);
        Assert.Equal((3, 2, false), (matrix.Rows, matrix.IgnoredRows, matrix.HasCells));
        Assert.Throws<InvalidOperationException>(() => matrix[7, 8]);
        Assert.Throws<InvalidOperationException>(() => matrix.LargestConfusions(1));
        Assert.Equal("3 rows of 2,000 classes, by class only", matrix.ToString());
        matrix.Clear();
        Assert.Equal((0, 0, true, 0), (matrix.Rows, matrix.IgnoredRows, matrix.HasCells, matrix[7, 8]));
        matrix.Add(7, 8);
        Assert.Equal("true  predicted  rows  of the class\n7             8     1       100.0 %", matrix.ToString());
    }

    [OptimizedFact]
    public void Adding_allocates_nothing()
    {
        var matrix = new ConfusionMatrix(Pets);
        var many = new ConfusionMatrix(ClassSet.Numbered(5000));
        int[] truth = [0, 1, 2, 3, 3, ClassIndex.Ignored];
        int[] predicted = [0, 2, 2, 0, 3, 0];
        float[] scores = [.. Enumerable.Range(0, 24).Select(place => place * 7 % 5 * 0.1f)];
        AllocationFree.Assert(() =>
        {
            matrix.Add(truth, predicted);
            matrix.Add(1, 1);
            matrix.AddScores<float>(truth, scores);
            many.Add(truth, predicted);
            return (int)matrix.Rows;
        });
    }

    [Fact]
    public void Wrong_rows_are_named_and_none_is_added()
    {
        var matrix = new ConfusionMatrix(Pets);
        Assert.Contains("Row 1: the label '4'", Assert.Throws<UnknownLabelException>(() => matrix.Add([0, 4], [0, 0])).Message, StringComparison.Ordinal);
        Assert.Contains("Row 1: the label '-1'", Assert.Throws<UnknownLabelException>(() => matrix.Add([0, 0], [0, -1])).Message, StringComparison.Ordinal);
        Assert.Equal("predicted", Assert.Throws<ArgumentException>(() => matrix.Add([0, 1], [0])).ParamName);
        Assert.Contains("row 1 for class 'fish' is NaN", Assert.Throws<ArgumentException>(() => matrix.AddScores<double>([0, 1], [1, 2, 3, 4, 1, 2, double.NaN, 4])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => matrix.AddScores<double>([0], [1, 2, 3]));
        Assert.Throws<UnknownLabelException>(() => matrix.AddScores<double>([9], [1, 2, 3, 4]));
        Assert.Equal(0, matrix.Rows);
        Assert.Throws<EmptyDatasetException>(matrix.ToReport);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[4, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[0, -1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.LargestConfusions(-1));
    }

    [Fact]
    public void Counts_that_contradict_each_other_are_refused()
    {
        var dense = new ConfusionMatrix(Pets);
        Assert.Throws<ArgumentException>(() => dense.AddSums(new long[3]));
        Assert.Throws<ArgumentException>(() => dense.AddSums([-1, .. new long[16]]));
        Assert.Throws<ArgumentException>(() => dense.CopySums(new long[16]));
        Assert.Throws<ArgumentException>(() => dense.Merge(dense));
        Assert.Throws<ClassMismatchException>(() => dense.Merge(new ConfusionMatrix(ClassSet.Numbered(3))));
        Assert.Equal(0, dense.Rows);

        var sparse = new ConfusionMatrix(ClassSet.Numbered(2000));
        var counts = new long[sparse.SumLength];
        counts[0] = 2;
        Assert.Contains("2 true and 0 predicted", Assert.Throws<ArgumentException>(() => sparse.AddSums(counts)).Message, StringComparison.Ordinal);
        counts[2000] = 2;
        counts[4000] = 3;
        Assert.Contains("Class '0' has 3 correct rows", Assert.Throws<ArgumentException>(() => sparse.AddSums(counts)).Message, StringComparison.Ordinal);
        Assert.Equal(0, sparse.Rows);
    }
}
