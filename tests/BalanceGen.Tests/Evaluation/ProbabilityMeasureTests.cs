using BalanceGen.Evaluation;

namespace BalanceGen.Tests.Evaluation;

/// <summary>Top-k accuracy, calibration errors and the Brier score.</summary>
public sealed class ProbabilityMeasureTests
{
    private static readonly ClassSet Three = new("a", "b", "c");

    [Fact]
    public void A_row_is_a_hit_if_fewer_than_k_classes_come_before_its_own()
    {
        float[] scores = [3, 2, 1, 1, 2, 3, 5, 5, 5];
        foreach ((int k, double accuracy, double balanced) in new[] { (1, 0.0, 0.0), (2, 2 / 3.0, 0.75), (3, 1.0, 1.0) })
        {
            var top = new TopKAccuracy(Three, k);
            top.Add<float>([1, 0, 1, ClassIndex.Ignored], [.. scores, 1, 2, 3]);
            Assert.Equal(accuracy, top.Accuracy, 1e-15);
            Assert.Equal((3, 1), (top.Rows, top.IgnoredRows));
            Assert.Equal(k == 2 ? 0.5 : balanced, top.BalancedAccuracy, 1e-15);
        }
    }

    [Fact]
    public void Top_1_is_the_accuracy_of_the_matrix_also_with_ties()
    {
        var numbers = new Xorshift(3);
        int[] truth = [.. Enumerable.Range(0, 500).Select(_ => numbers.Below(3))];
        double[] scores = [.. Enumerable.Range(0, 1500).Select(_ => (double)numbers.Below(4))];
        var top = new TopKAccuracy(Three, 1);
        var matrix = new ConfusionMatrix(Three);
        top.Add<double>(truth, scores);
        matrix.AddScores<double>(truth, scores);
        Assert.Equal(matrix.ToReport().Accuracy, top.Accuracy);
        Assert.Equal(matrix.ToReport().BalancedAccuracy, top.BalancedAccuracy, 1e-15);

        var halves = new TopKAccuracy(Three, 1);
        var other = new TopKAccuracy(Three, 1);
        halves.Add<double>(truth.AsSpan(0, 200), scores.AsSpan(0, 600));
        other.Add<double>(truth.AsSpan(200), scores.AsSpan(600));
        halves.Merge(other);
        Assert.Equal(top.ToString(), halves.ToString());
        Assert.Equal(top.Hits.ToArray(), halves.Hits.ToArray());
        Assert.Equal("top-2 accuracy: no rows", new TopKAccuracy(Three, 2).ToString());
    }

    [Fact]
    public void Wrong_counts_of_hits_are_refused()
    {
        var top = new TopKAccuracy(Three, 2);
        Assert.Throws<EmptyDatasetException>(() => top.Accuracy);
        Assert.Throws<EmptyDatasetException>(() => top.BalancedAccuracy);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TopKAccuracy(Three, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TopKAccuracy(Three, 4));
        Assert.Throws<ArgumentException>(() => top.Merge(new TopKAccuracy(Three, 1)));
        Assert.Throws<ClassMismatchException>(() => top.Merge(new TopKAccuracy(ClassSet.Numbered(2), 2)));
        Assert.Contains("'b' has 3 hits in 2 rows", Assert.Throws<ArgumentException>(() => top.AddSums([1, 2, 3], [0, 3, 0])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => top.AddSums([1, 2, 3], [0, -1, 0]));
        Assert.Throws<ClassMismatchException>(() => top.AddSums([1, 2], [0, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => top.AddSums([1, 2, 3], [0, 1, 0], -1));
        Assert.Throws<ArgumentException>(() => top.Add<float>([0], [1, float.NaN, 2]));
        Assert.Equal(0, top.Rows);
    }

    [Fact]
    public void Calibration_errors_are_those_of_the_formula()
    {
        // Two intervals: (0, 0.5] with the confidences 0.5 and 0.4, and (0.5, 1] with 0.9, 0.8 and 1.
        var table = new CalibrationTable(Three, bins: 2);
        table.Add<double>([0, 1, 0, 2, 2, ClassIndex.Ignored], [0.5, 0.3, 0.2, 0.4, 0.35, 0.25, 0.9, 0.1, 0, 0.1, 0.8, 0.1, 0, 0, 1, 1, 0, 0]);
        Assert.Equal(((2 * Math.Abs(0.5 - 0.45)) + (3 * Math.Abs((2 / 3.0) - 0.9))) / 5, table.ExpectedCalibrationError, 1e-15);
        Assert.Equal(0.9 - (2 / 3.0), table.MaximumCalibrationError, 1e-15);
        double brier = (0.25 + 0.09 + 0.04) + (0.16 + 0.4225 + 0.0625) + (0.01 + 0.01) + (0.01 + 0.64 + 0.81) + 0;
        Assert.Equal(brier / 5, table.BrierScore, 1e-15);
        Assert.Equal((5, 1, 2L, 3L), (table.Rows, table.IgnoredRows, table[0].Rows, table[1].Rows));
        Assert.Equal(
            """
            confidence      rows  mean confidence  accuracy     gap
            0.000 to 0.500     2           0.4500    0.5000  0.0500
            0.500 to 1.000     3           0.9000    0.6667  0.2333
            expected calibration error 0.1600, maximum 0.2333, Brier score 0.5010
            """,
            table.ToString());

        var ofB = new CalibrationTable(Three, bins: 2, ofClass: 1);
        ofB.Add<double>([0, 1, 2], [0.5, 0.3, 0.2, 0.1, 0.9, 0, 1, 0, 0]);
        Assert.Equal((0.3 + 0.1) / 3, ofB.ExpectedCalibrationError, 1e-15);
        Assert.Equal((0.09 + 0.01) / 3, ofB.BrierScore, 1e-15);
        Assert.Equal(
            """
            probability of b  rows  mean probability  share of b     gap
            0.000 to 0.500       2            0.1500      0.0000  0.1500
            0.500 to 1.000       1            0.9000      1.0000  0.1000
            expected calibration error 0.1333, maximum 0.1500, Brier score 0.0333
            """,
            ofB.ToString());
    }

    [Fact]
    public void Tables_are_merged_and_summed_as_lists()
    {
        var one = new CalibrationTable(Three);
        var other = new CalibrationTable(Three);
        var both = new CalibrationTable(Three);
        one.Add<float>([0], [0.5f, 0.25f, 0.25f]);
        other.Add<float>([1, -2], [0.25f, 0.125f, 0.625f, 1, 0, 0]);
        both.Add<float>([0, 1, -2], [0.5f, 0.25f, 0.25f, 0.25f, 0.125f, 0.625f, 1, 0, 0]);
        one.Merge(other);
        Assert.Equal(both.ToString(), one.ToString());
        Assert.Equal((both.Rows, both.IgnoredRows), (one.Rows, one.IgnoredRows));
        Assert.Throws<ArgumentException>(() => one.Merge(new CalibrationTable(Three, 3)));
        Assert.Throws<ArgumentException>(() => one.Merge(new CalibrationTable(Three, 15, 0)));
        Assert.Throws<ClassMismatchException>(() => one.Merge(new CalibrationTable(ClassSet.Numbered(2))));
        Assert.Throws<ArgumentException>(() => one.CopySums(new double[46]));
        Assert.Throws<ArgumentException>(() => one.AddSums(new double[46]));
        Assert.Throws<ArgumentException>(() => one.AddSums([double.NaN, .. new double[46]]));
        Assert.Throws<ArgumentException>(() => one.AddSums([0, 1, .. new double[45]]));
        Assert.Equal("no rows", new CalibrationTable(Three).ToString());
        Assert.Throws<EmptyDatasetException>(() => new CalibrationTable(Three).ExpectedCalibrationError);
        Assert.Throws<EmptyDatasetException>(() => new CalibrationTable(Three).MaximumCalibrationError);
        Assert.Throws<EmptyDatasetException>(() => new CalibrationTable(Three).BrierScore);
        Assert.Throws<ArgumentOutOfRangeException>(() => new CalibrationTable(Three, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CalibrationTable(Three, 10_001));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CalibrationTable(Three, 15, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => one[15]);
    }

    [Fact]
    public void What_is_no_probability_is_refused_by_its_row()
    {
        var table = new CalibrationTable(Three);
        Assert.Contains("row 1 add up to 0.9", Assert.Throws<ArgumentException>(() => table.Add<double>([0, 0], [1, 0, 0, 0.5, 0.25, 0.15])).Message, StringComparison.Ordinal);
        Assert.Contains("row 1 for class 'b' is -0.5", Assert.Throws<ArgumentException>(() => table.Add<double>([0, 0], [1, 0, 0, 1, -0.5, 0.5])).Message, StringComparison.Ordinal);
        Assert.Contains("row 0 for class 'c' is NaN", Assert.Throws<ArgumentException>(() => table.Add<double>([0], [1, 0, double.NaN])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => table.Add<double>([0], [1, 0]));
        Assert.Throws<UnknownLabelException>(() => table.Add<double>([3], [1, 0, 0]));
        Assert.Equal(0, table.Rows);
    }

    [OptimizedFact]
    public void Adding_probabilities_allocates_nothing()
    {
        var table = new CalibrationTable(Three);
        var top = new TopKAccuracy(Three, 2);
        int[] truth = [0, 1, 2];
        float[] probabilities = [0.5f, 0.25f, 0.25f, 0, 0, 1, 0.125f, 0.75f, 0.125f];
        AllocationFree.Assert(() =>
        {
            table.Add<float>(truth, probabilities);
            top.Add<float>(truth, probabilities);
            return (int)top.Rows;
        });
    }
}
