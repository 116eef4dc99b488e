namespace BalanceGen.ML;

/// <summary>The core's measures for the predictions of ML.NET models: recall, precision and F1 of each class, balanced accuracy, macro F1, G-mean, MCC, kappa.</summary>
/// <remarks>
/// Label and predicted label are compared by class name. So a text may be compared with a key, and keys of different orders with each
/// other. Rows without a label are left out and counted in <see cref="EvaluationReport.IgnoredRows"/>. One pass over the two columns, which
/// needs 8 bytes a row meanwhile.
/// </remarks>
public static class ImbalancedEvaluation
{
    /// <summary>The measures of a classifier.</summary>
    /// <param name="catalog">The catalog, <c>context.MulticlassClassification</c>.</param>
    /// <param name="scored">The test rows as the model has transformed them.</param>
    /// <param name="labelColumnName">The label: a key, a Boolean, a text or a number.</param>
    /// <param name="predictedLabelColumnName">The predicted label.</param>
    /// <param name="classes">The classes by name; null for those of the label's column, or else of the prediction's.</param>
    /// <exception cref="LabelColumnException">A column is absent or no label.</exception>
    /// <exception cref="EmptyDatasetException">There are no rows, or none with a label.</exception>
    /// <exception cref="UnknownLabelException">A label or prediction is none of the classes, or a prediction is missing.</exception>
    public static EvaluationReport EvaluateImbalanced(
        this MulticlassClassificationCatalog catalog, IDataView scored, string labelColumnName = "Label", string predictedLabelColumnName = "PredictedLabel", ClassSet? classes = null) =>
        catalog.CountConfusions(scored, labelColumnName, predictedLabelColumnName, classes).ToReport();

    /// <summary>The measures of a classifier of two classes, False and True.</summary>
    /// <param name="catalog">The catalog, <c>context.BinaryClassification</c>.</param>
    /// <param name="scored">The test rows as the model has transformed them.</param>
    /// <param name="labelColumnName">The label: a Boolean, a key of two values, a text or a number.</param>
    /// <param name="predictedLabelColumnName">The predicted label.</param>
    /// <param name="classes">The classes by name; null for those of the label's column, or else of the prediction's.</param>
    /// <inheritdoc cref="EvaluateImbalanced(MulticlassClassificationCatalog, IDataView, string, string, ClassSet?)"/>
    public static EvaluationReport EvaluateImbalanced(
        this BinaryClassificationCatalog catalog, IDataView scored, string labelColumnName = "Label", string predictedLabelColumnName = "PredictedLabel", ClassSet? classes = null) =>
        catalog.CountConfusions(scored, labelColumnName, predictedLabelColumnName, classes).ToReport();

    /// <summary>The confusion matrix of a classifier, from which the measures follow.</summary>
    /// <inheritdoc cref="EvaluateImbalanced(MulticlassClassificationCatalog, IDataView, string, string, ClassSet?)"/>
    public static ConfusionMatrix CountConfusions(
        this MulticlassClassificationCatalog catalog, IDataView scored, string labelColumnName = "Label", string predictedLabelColumnName = "PredictedLabel", ClassSet? classes = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return Predictions.Count(scored, labelColumnName, predictedLabelColumnName, classes);
    }

    /// <summary>The confusion matrix of a classifier of two classes, False and True.</summary>
    /// <inheritdoc cref="EvaluateImbalanced(BinaryClassificationCatalog, IDataView, string, string, ClassSet?)"/>
    public static ConfusionMatrix CountConfusions(
        this BinaryClassificationCatalog catalog, IDataView scored, string labelColumnName = "Label", string predictedLabelColumnName = "PredictedLabel", ClassSet? classes = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return Predictions.Count(scored, labelColumnName, predictedLabelColumnName, classes);
    }

    /// <summary>
    /// Cross-validation with stratified folds. What balances the data is applied to the training subset of each fold and to no other, so no copy of a row is tested by a model
    /// that has seen it.
    /// </summary>
    /// <param name="catalog">The catalog, <c>context.MulticlassClassification</c>.</param>
    /// <param name="data">The data view. It must not have been resampled.</param>
    /// <param name="estimator">The pipeline, which is fitted for each fold.</param>
    /// <param name="folds">The number of folds k, of [2, rows].</param>
    /// <param name="seed">The seed of the folds.</param>
    /// <param name="labelColumnName">The label, in the data and in what the model returns.</param>
    /// <param name="balance">
    /// Resamples or weighs the training subset, for instance <c>train => context.Data.Oversample(train, "Label", seed: 1)</c>. Null to
    /// train on it as it is.
    /// </param>
    /// <param name="predictedLabelColumnName">The predicted label.</param>
    /// <param name="rareClasses">What happens to a class with fewer than k rows.</param>
    /// <param name="classes">The classes by name; null for those of the column.</param>
    /// <exception cref="LabelColumnException">A column is absent or no label.</exception>
    /// <exception cref="ResampledViewException">The view was resampled by BalanceGen and has a row more than once.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="folds"/> is outside that range.</exception>
    /// <exception cref="RareClassException">A class has fewer than k rows and the policy is to throw.</exception>
    public static IReadOnlyList<FoldEvaluation> StratifiedCrossValidate(
        this MulticlassClassificationCatalog catalog,
        IDataView data,
        IEstimator<ITransformer> estimator,
        int folds,
        long seed,
        string labelColumnName = "Label",
        Func<IDataView, IDataView>? balance = null,
        string predictedLabelColumnName = "PredictedLabel",
        RareClassPolicy rareClasses = RareClassPolicy.Throw,
        ClassSet? classes = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(estimator);
        ViewLabels labels = ViewLabels.Read(data, labelColumnName, classes, refusesCopies: true);
        StratifiedKFold splits = StratifiedKFold.Of(labels.Index(), folds, seed, rareClasses);
        var evaluations = new List<FoldEvaluation>(splits.Count);
        foreach (RowSplit split in splits)
        {
            IDataView train = SelectedView.Of(data, Multiplicities.Of(split.Train));
            ITransformer model = estimator.Fit(balance?.Invoke(train) ?? train);
            IDataView scored = model.Transform(SelectedView.Of(data, Multiplicities.Of(split.Test)));

            // Every fold has the classes of the whole, so that the matrices can be merged.
            ConfusionMatrix matrix = Predictions.Count(scored, labelColumnName, predictedLabelColumnName, labels.Mapping.Classes);
            evaluations.Add(new FoldEvaluation(evaluations.Count, model, matrix, matrix.ToReport()));
        }

        return evaluations;
    }
}
