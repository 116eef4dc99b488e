using BalanceGen.Evaluation;

namespace BalanceGen.Tests.Evaluation;

public sealed class EvaluationReportTests
{
    [Fact]
    public void Measures_are_those_of_their_formulas()
    {
        EvaluationReport report = ConfusionMatrixTests.Example().ToReport();
        Assert.Equal((0.8, 4 / 5.0, 8 / 10.0), (report.Scores[0].Recall, report.Scores[0].Precision, report.Scores[0].F1));
        Assert.Equal((2 / 3.0, 2 / 4.0, 4 / 7.0), (report.Scores[1].Recall!.Value, report.Scores[1].Precision!.Value, report.Scores[1].F1!.Value));
        Assert.Equal((0, null, 0), (report.Scores[2].Recall, report.Scores[2].Precision, report.Scores[2].F1));
        Assert.Equal((null, 0, null), (report.Scores[3].Recall, report.Scores[3].Precision, report.Scores[3].F1));
        Assert.Equal(0.6, report.Accuracy, 1e-15);
        Assert.Equal((0.8 + (2 / 3.0)) / 3, report.BalancedAccuracy, 1e-15);
        Assert.Equal((0.8 + 0.5) / 3, report.MacroPrecision, 1e-15);
        Assert.Equal((0.8 + (4 / 7.0)) / 3, report.MacroF1, 1e-15);
        Assert.Equal(((5 * 0.8) + (3 * 4 / 7.0)) / 10, report.WeightedF1, 1e-15);
        Assert.Equal(0, report.GeometricMean);
        Assert.Equal([3], report.AbsentClasses);
        Assert.Equal([2], report.NeverPredicted);
        Assert.Equal(2, report.WorstClass.ClassIndex);
        Assert.Equal((10, 1), (report.Rows, report.IgnoredRows));
    }

    [Fact]
    public void A_report_is_a_table() => Assert.Equal(
        """
        class  rows  predicted  recall  precision      F1
        cat       5          5  0.8000     0.8000  0.8000
        dog       3          4  0.6667     0.5000  0.5714
        fish      2          0  0.0000          -  0.0000
        owl       0          1       -     0.0000       -

        measure                value
        accuracy, micro F1    0.6000
        balanced accuracy     0.4889
        macro F1              0.4571
        weighted F1           0.5714
        geometric mean        0.0000
        Matthews correlation  0.3835
        Cohen's kappa         0.3651
        worst class: fish, recall 0.0000
        without true rows, in no mean: 'owl'
        never predicted: 'fish'
        ignored rows: 1
        """,
        ConfusionMatrixTests.Example().ToReport().ToString());

    [Fact]
    public void Rows_and_predictions_of_one_class_are_no_division_by_zero()
    {
        EvaluationReport same = Report([0, 0], [0, 0]);
        Assert.Equal((1, 1, 0, null, 1), (same.Accuracy, same.MacroF1, same.MatthewsCorrelation, same.CohensKappa, same.GeometricMean));
        EvaluationReport other = Report([0, 0], [1, 1]);
        Assert.Equal((0, 0, 0, 0, 0), (other.Accuracy, other.MacroF1, other.MatthewsCorrelation, other.CohensKappa, other.GeometricMean));
        EvaluationReport constant = Report([0, 1], [0, 0]);
        Assert.Equal((0.5, 0, 0), (constant.BalancedAccuracy, constant.MatthewsCorrelation, constant.CohensKappa));
    }

    [Fact]
    public void Counts_near_the_greatest_integer_overflow_nothing()
    {
        var matrix = new ConfusionMatrix(new ClassSet("a", "b"));
        matrix.AddSums([1L << 61, 1L << 59, 1L << 59, 1L << 61, 0]);
        EvaluationReport report = matrix.ToReport();
        Assert.Equal(0.8, report.Accuracy, 1e-15);
        Assert.Equal(0.6, report.MatthewsCorrelation, 1e-15);
        Assert.Equal(0.6, report.CohensKappa!.Value, 1e-15);
        Assert.Throws<OverflowException>(() => matrix.AddSums([long.MaxValue, 0, 0, 0, 0]));
    }

    [Fact]
    public void The_geometric_mean_of_many_classes_does_not_underflow()
    {
        const int Classes = 5000;
        var matrix = new ConfusionMatrix(ClassSet.Numbered(Classes));
        for (int index = 0; index < Classes; index++)
        {
            matrix.Add([index, index], [index, (index + 1) % Classes]);
        }

        Assert.Equal(0.5, matrix.ToReport().GeometricMean, 1e-12);
    }

    [Fact]
    public void Classes_are_grouped_by_their_training_rows()
    {
        var matrix = new ConfusionMatrix(ClassSet.Numbered(6));
        matrix.Add([0, 0, 1, 2, 2, 2, 2, 3, 4], [0, 1, 1, 2, 0, 0, 0, 3, 0]);
        ShotAccuracy groups = matrix.ToReport().ByTrainingCounts(new ClassCounts(ClassSet.Numbered(6), 101, 1000, 100, 20, 19, 5));
        Assert.Equal((0.75, 0.625, 0.0, 2, 2, 1), (groups.Many, groups.Medium, groups.Few, groups.ManyClasses, groups.MediumClasses, groups.FewClasses));
        Assert.Equal("training rows  classes  accuracy\nmany                 2    75.0 %\nmedium               2    62.5 %\nfew                  1     0.0 %", groups.ToString());
        ShotAccuracy none = matrix.ToReport().ByTrainingCounts(new ClassCounts(ClassSet.Numbered(6), 0, 0, 0, 0, 0, 0));
        Assert.Equal((null, null, 5), (none.Many, none.Medium, none.FewClasses));
        Assert.EndsWith("few                  5    55.0 %", none.ToString(), StringComparison.Ordinal);
        EvaluationReport report = matrix.ToReport();
        Assert.Throws<ClassMismatchException>(() => report.ByTrainingCounts(new ClassCounts(ClassSet.Numbered(2), 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => report.ByTrainingCounts(new ClassCounts(ClassSet.Numbered(6), 1, 1, 1, 1, 1, 1), 10, 12));
        Assert.Throws<ArgumentOutOfRangeException>(() => report.ByTrainingCounts(new ClassCounts(ClassSet.Numbered(6), 1, 1, 1, 1, 1, 1), -1, 0));
    }

    private static EvaluationReport Report(int[] truth, int[] predicted)
    {
        var matrix = new ConfusionMatrix(new ClassSet("a", "b", "c"));
        matrix.Add(truth, predicted);
        return matrix.ToReport();
    }
}
