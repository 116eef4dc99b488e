namespace BalanceGen.Evaluation;

/// <summary>The measures of a classifier, from the counts of a <see cref="ConfusionMatrix"/>.</summary>
/// <remarks>
/// <para>
/// The rule for absent classes: a class without true rows has no recall and no F1. Every mean over classes leaves it out, and
/// <see cref="AbsentClasses"/> names it. Rows that were wrongly predicted to be of it still count as errors. A class that has rows and was
/// never predicted has the F1 0, and its precision counts as 0; <see cref="NeverPredicted"/> names it. So no measure is 0/0, NaN or
/// infinite.
/// </para>
/// <para>Immutable and thread-safe.</para>
/// </remarks>
public sealed class EvaluationReport
{
    private readonly ClassScore[] _scores;
    private readonly long _correct;

    internal EvaluationReport(ClassSet classes, ClassScore[] scores, long rows, long ignoredRows)
    {
        Classes = classes;
        Rows = rows;
        IgnoredRows = ignoredRows;
        _scores = scores;
        _correct = scores.Sum(score => score.Correct);
    }

    /// <summary>The classes.</summary>
    public ClassSet Classes { get; }

    /// <summary>The number of rows, 1 or more.</summary>
    public long Rows { get; }

    /// <summary>The number of rows that were left out because their truth is <see cref="ClassIndex.Ignored"/>.</summary>
    public long IgnoredRows { get; }

    /// <summary>The figures of each class, by class index.</summary>
    public ReadOnlySpan<ClassScore> Scores => _scores;

    /// <summary>The class indices of the classes without true rows, which are in no mean. Allocates the list.</summary>
    public IReadOnlyList<int> AbsentClasses => [.. _scores.Where(score => score.Support == 0).Select(score => score.ClassIndex)];

    /// <summary>The class indices of the classes that have rows and were never predicted. Allocates the list.</summary>
    public IReadOnlyList<int> NeverPredicted => [.. _scores.Where(score => score is { Support: > 0, Predicted: 0 }).Select(score => score.ClassIndex)];

    /// <summary>The share of the rows that were recognised, of [0, 1].</summary>
    public double Accuracy => (double)_correct / Rows;

    /// <summary>The mean recall of the classes, of [0, 1]: macro recall, scikit-learn's <c>balanced_accuracy_score</c>.</summary>
    public double BalancedAccuracy => Mean(score => score.Recall!.Value);

    /// <summary>The mean precision of the classes, of [0, 1]; 0 is taken for a class that was never predicted.</summary>
    public double MacroPrecision => Mean(score => score.Precision ?? 0);

    /// <summary>The mean F1 of the classes, of [0, 1].</summary>
    public double MacroF1 => Mean(score => score.F1!.Value);

    /// <summary>F1 of all rows together, of [0, 1]. Where every row has one class and one prediction it is <see cref="Accuracy"/>.</summary>
    public double MicroF1 => Accuracy;

    /// <summary>The mean F1 of the rows, of [0, 1]: F1 of each class weighted by its rows.</summary>
    public double WeightedF1 => _scores.Sum(score => (score.F1 ?? 0) * score.Support) / Rows;

    /// <summary>The geometric mean of the recalls, of [0, 1]: 0 as soon as one class is never recognised (Kubat and Matwin 1997).</summary>
    public double GeometricMean =>
        // Of logarithms, as a product of thousands of recalls would underflow. That of a recall of 0 is −∞, and so the mean 0.
        Math.Exp(Mean(score => Math.Log(score.Recall!.Value)));

    /// <summary>
    /// The correlation of truth and prediction, of [−1, 1] (Matthews 1975; for several classes Gorodkin 2004): with s rows, k correct ones, t_c true and p_c predicted ones,
    /// (k·s − Σ t_c·p_c) / √((s² − Σ p_c²)(s² − Σ t_c²)). 0 where all rows are of one class or all predictions are, as in scikit-learn.
    /// </summary>
    public double MatthewsCorrelation
    {
        get
        {
            (Int128 agreement, Int128 ofPredictions, Int128 ofTruth) = Covariances();
            double scale = Math.Sqrt((double)ofPredictions) * Math.Sqrt((double)ofTruth);
            return scale == 0 ? 0 : (double)agreement / scale;
        }
    }

    /// <summary>
    /// Agreement beyond that of chance, at most 1 (Cohen 1960): (k·s − Σ t_c·p_c) / (s² − Σ t_c·p_c) with the letters of
    /// <see cref="MatthewsCorrelation"/>. Null if all rows and all predictions are of one and the same class, because chance then agrees
    /// always.
    /// </summary>
    public double? CohensKappa
    {
        get
        {
            Int128 byChance = _scores.Aggregate(Int128.Zero, (sum, score) => sum + ((Int128)score.Support * score.Predicted));
            Int128 possible = ((Int128)Rows * Rows) - byChance;
            return possible == 0 ? null : (double)(((Int128)_correct * Rows) - byChance) / (double)possible;
        }
    }

    /// <summary>The class with the least recall; of equal ones the first.</summary>
    public ClassScore WorstClass => _scores.Where(score => score.Support > 0).MinBy(score => score.Recall);

    /// <summary>The mean recall of the classes with many, some and few training rows. O(classes).</summary>
    /// <param name="trainingCounts">The counts of the data that the classifier was trained with, not of the data it is evaluated with.</param>
    /// <param name="many">Classes with more training rows than this have many; 100 by convention.</param>
    /// <param name="few">Classes with fewer training rows than this, also none at all, have few; 20 by convention. At most <paramref name="many"/> + 1.</param>
    /// <exception cref="ClassMismatchException">The counts are for another number of classes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A limit is negative, or a class could have both many and few rows.</exception>
    public ShotAccuracy ByTrainingCounts(ClassCounts trainingCounts, long many = 100, long few = 20)
    {
        ArgumentNullException.ThrowIfNull(trainingCounts);
        ArgumentOutOfRangeException.ThrowIfNegative(many);
        ArgumentOutOfRangeException.ThrowIfNegative(few);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(few - 1, many, nameof(few));
        ClassMismatchException.ThrowIfMismatch("The list of training counts", trainingCounts.Classes.Count, Classes);
        Span<double> sums = [0, 0, 0];
        Span<int> classes = [0, 0, 0];
        foreach (ClassScore score in _scores)
        {
            if (score.Recall is { } recall)
            {
                long rows = trainingCounts[score.ClassIndex];
                int group = rows > many ? 0 : rows < few ? 2 : 1;
                sums[group] += recall;
                classes[group]++;
            }
        }

        return new ShotAccuracy(MeanOf(sums[0], classes[0]), MeanOf(sums[1], classes[1]), MeanOf(sums[2], classes[2]), classes[0], classes[1], classes[2]);
    }

    /// <summary>
    /// An aligned table with a line for each class, the measures of all of them, and the names of the classes that are absent or were never
    /// predicted. Of more than 40 classes it shows the first 20 and the last 10; see <see cref="ToFullString"/>.
    /// </summary>
    public override string ToString() => Text(whole: false);

    /// <summary>The report with a line for every class. O(classes).</summary>
    public string ToFullString() => Text(whole: true);

    private static double? MeanOf(double sum, int classes) => classes == 0 ? null : sum / classes;

    /// <summary>The mean over the classes that have rows, of which there is one at least.</summary>
    private double Mean(Func<ClassScore, double> measure) => _scores.Where(score => score.Support > 0).Average(measure);

    /// <summary>The sums of Gorodkin's coefficient, exact for any counts: s² is below 2^126.</summary>
    private (Int128 Agreement, Int128 OfPredictions, Int128 OfTruth) Covariances()
    {
        Int128 square = (Int128)Rows * Rows;
        (Int128 agreement, Int128 ofPredictions, Int128 ofTruth) = ((Int128)_correct * Rows, square, square);
        foreach (ClassScore score in _scores)
        {
            agreement -= (Int128)score.Support * score.Predicted;
            ofPredictions -= (Int128)score.Predicted * score.Predicted;
            ofTruth -= (Int128)score.Support * score.Support;
        }

        return (agreement, ofPredictions, ofTruth);
    }

    private string Text(bool whole)
    {
        var perClass = new AlignedTable("class", "rows", "predicted", "recall", "precision", "F1");
        foreach (ClassScore score in _scores)
        {
            (string support, string predicted) = (Figures.Count(score.Support), Figures.Count(score.Predicted));
            perClass.Add(Classes[score.ClassIndex], support, predicted, Text(score.Recall), Text(score.Precision), Text(score.F1));
        }

        var measures = new AlignedTable("measure", "value");
        measures.Add("accuracy, micro F1", Text(Accuracy));
        measures.Add("balanced accuracy", Text(BalancedAccuracy));
        measures.Add("macro F1", Text(MacroF1));
        measures.Add("weighted F1", Text(WeightedF1));
        measures.Add("geometric mean", Text(GeometricMean));
        measures.Add("Matthews correlation", Text(MatthewsCorrelation));
        measures.Add("Cohen's kappa", Text(CohensKappa));
        return $"{perClass.ToString(whole)}\n\n{measures.ToString(whole)}\nworst class: {Classes[WorstClass.ClassIndex]}, recall {Text(WorstClass.Recall)}"
            + Named("without true rows, in no mean", AbsentClasses, whole)
            + Named("never predicted", NeverPredicted, whole)
            + (IgnoredRows == 0 ? "" : $"\nignored rows: {Figures.Count(IgnoredRows)}");
    }

    private string Named(string what, IReadOnlyList<int> classIndices, bool whole)
    {
        if (classIndices.Count == 0)
        {
            return "";
        }

        string[] names = [.. classIndices.Select(index => Classes[index])];
        return $"\n{what}: {(whole ? string.Join(", ", names) : ShortList.OfNames(names))}";
    }

    private static string Text(double? measure) => measure?.ToString("F4", CultureInfo.InvariantCulture) ?? "-";
}
