using BalanceGen.CompilerServices;

namespace BalanceGen.ML;

/// <summary>Class counts, class weights, stratified splits and resampling of any data view.</summary>
/// <remarks>
/// <para>
/// Each member reads the label column once, and no other, with 4 to 12 bytes a row meanwhile. The views that it returns refer to the source and keep 1 byte a row (2 or 4
/// where a row is shown more than 255 or 65,535 times; 4 for each row shown where the source is one of <see cref="DatasetViews"/>): features are read when a trainer reads them.
/// </para>
/// <para>
/// A label is a Boolean, a key, a text or a number. The classes of a Boolean are False and True, those of a key its key values, in their order and also where no row has them.
/// Of texts and numbers they are the labels that occur, ordinally or numerically ascending, unless they are given. Missing labels (key 0, empty text, NaN) are counted for no
/// class; their rows are in no subset of a split and are not resampled.
/// </para>
/// <para>Views in the order of their source; the same seed gives the same rows on every machine. Not for views of more than 2^31 − 1 rows.</para>
/// </remarks>
public static class ViewBalancing
{
    /// <summary>The number of rows of each class.</summary>
    /// <param name="catalog">The catalog, <c>context.Data</c>.</param>
    /// <param name="data">Any data view.</param>
    /// <param name="labelColumnName">The label.</param>
    /// <param name="classes">The classes by name; null for those of the column.</param>
    /// <exception cref="LabelColumnException">The column is absent or no label, or no row has a label and the classes are not given.</exception>
    /// <exception cref="UnknownLabelException">A label is none of the given classes.</exception>
    public static ClassCounts CountClasses(this DataOperationsCatalog catalog, IDataView data, string labelColumnName = "Label", ClassSet? classes = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return ViewLabels.Read(data, labelColumnName, classes).Count();
    }

    /// <summary>The rows of each class by number: what samplers are made from.</summary>
    /// <inheritdoc cref="CountClasses"/>
    public static RowIndex IndexClasses(this DataOperationsCatalog catalog, IDataView data, string labelColumnName = "Label", ClassSet? classes = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return ViewLabels.Read(data, labelColumnName, classes).Index();
    }

    /// <summary>Adds a column with the weight of each row's class, for the <c>exampleWeightColumnName</c> of trainers. The weight of a missing label is 0.</summary>
    /// <param name="catalog">The catalog, <c>context.Data</c>.</param>
    /// <param name="data">The data view to train with; a subset of a split is counted by itself.</param>
    /// <param name="labelColumnName">The label.</param>
    /// <param name="scheme">The weights for the counts, for instance <c>counts => ClassWeights.Balanced(counts)</c>.</param>
    /// <param name="weightColumnName">The name of the new column.</param>
    /// <param name="classes">The classes by name; null for those of the column.</param>
    /// <inheritdoc cref="CountClasses"/>
    /// <exception cref="ClassMismatchException">The scheme returns weights of another number of classes.</exception>
    /// <exception cref="OverflowException">A weight is beyond the range of <see cref="float"/>.</exception>
    public static IDataView AddClassWeights(
        this DataOperationsCatalog catalog, IDataView data, string labelColumnName, Func<ClassCounts, ClassWeights> scheme, string weightColumnName = "Weight", ClassSet? classes = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentException.ThrowIfNullOrEmpty(weightColumnName);
        ViewLabels labels = ViewLabels.Read(data, labelColumnName, classes);
        ClassWeights weights = scheme(labels.Count());
        ClassMismatchException.ThrowIfMismatch("The list of class weights", weights.Classes.Count, labels.Mapping.Classes);
        float[] ofClass = SingleWeights.Of(weights);
        var ofNumber = new float[labels.Table.Count];
        for (int number = 0; number < ofNumber.Length; number++)
        {
            // A key value that no row has may be none of the given classes.
            ofNumber[number] = labels.Mapping.TryClassOf(number, out int classIndex) ? ofClass[classIndex] : 0;
        }

        return new WeightedView(data, LabelTable.ColumnOf(data.Schema, labelColumnName), labels.Table, ofNumber, weightColumnName);
    }

    /// <summary>Splits a view in two, each class in the same proportion.</summary>
    /// <param name="catalog">The catalog, <c>context.Data</c>.</param>
    /// <param name="data">The data view. It must not have been resampled.</param>
    /// <param name="labelColumnName">The label.</param>
    /// <param name="testFraction">The share of the rows that is for testing, of (0, 1).</param>
    /// <param name="seed">The seed.</param>
    /// <param name="rareClasses">What happens to a class of one row.</param>
    /// <param name="classes">The classes by name; null for those of the column.</param>
    /// <remarks>
    /// See <see cref="StratifiedSplit.Of"/> for the numbers of rows. ML.NET's <c>samplingKeyColumnName</c> does the opposite: it keeps rows
    /// of one key in one subset.
    /// </remarks>
    /// <inheritdoc cref="CountClasses"/>
    /// <exception cref="ResampledViewException">The view was resampled by BalanceGen and has a row more than once, also behind transforms.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="testFraction"/> is outside that range or NaN.</exception>
    /// <exception cref="EmptyDatasetException">No row has a label.</exception>
    /// <exception cref="RareClassException">A class has one row and the policy is to throw; or a subset would be empty whatever the policy.</exception>
    public static ViewSplit StratifiedTrainTestSplit(
        this DataOperationsCatalog catalog,
        IDataView data,
        string labelColumnName,
        double testFraction,
        long seed,
        RareClassPolicy rareClasses = RareClassPolicy.Throw,
        ClassSet? classes = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        RowIndex index = ViewLabels.Read(data, labelColumnName, classes, refusesCopies: true).Index();
        return Subsets(data, StratifiedSplit.Of(index, testFraction, seed, rareClasses));
    }

    /// <summary>The folds of cross-validation, each class in the same proportion: every row with a label is a test row of exactly one of them.</summary>
    /// <param name="catalog">The catalog, <c>context.Data</c>.</param>
    /// <param name="data">The data view. It must not have been resampled.</param>
    /// <param name="labelColumnName">The label.</param>
    /// <param name="folds">The number of folds k, of [2, rows].</param>
    /// <param name="seed">The seed.</param>
    /// <param name="rareClasses">What happens to a class with fewer than k rows.</param>
    /// <param name="classes">The classes by name; null for those of the column.</param>
    /// <inheritdoc cref="CountClasses"/>
    /// <exception cref="ResampledViewException">The view was resampled by BalanceGen and has a row more than once, also behind transforms.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="folds"/> is outside that range.</exception>
    /// <exception cref="EmptyDatasetException">No row has a label.</exception>
    /// <exception cref="RareClassException">A class has fewer than k rows and the policy is to throw.</exception>
    public static IReadOnlyList<ViewSplit> StratifiedCrossValidationSplit(
        this DataOperationsCatalog catalog,
        IDataView data,
        string labelColumnName,
        int folds,
        long seed,
        RareClassPolicy rareClasses = RareClassPolicy.Throw,
        ClassSet? classes = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        RowIndex index = ViewLabels.Read(data, labelColumnName, classes, refusesCopies: true).Index();
        return [.. StratifiedKFold.Of(index, folds, seed, rareClasses).Select(fold => Subsets(data, fold))];
    }

    /// <summary>Repeats rows of the smaller classes until they have as many as the largest, or what the strategy says.</summary>
    /// <param name="catalog">The catalog, <c>context.Data</c>.</param>
    /// <param name="data">The view to train with: the training subset of a split, not the whole.</param>
    /// <param name="labelColumnName">The label.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="strategy">The numbers of rows; null for <see cref="SamplingStrategy.Auto"/>.</param>
    /// <param name="epoch">Another epoch draws other rows.</param>
    /// <param name="classes">The classes by name; null for those of the column.</param>
    /// <remarks>The rows of a <see cref="RandomOverSampler"/>. Where a row is repeated, the view has the column <see cref="SourceRows.ColumnName"/>.</remarks>
    /// <inheritdoc cref="CountClasses"/>
    /// <exception cref="EmptyDatasetException">No row has a label.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative.</exception>
    [CorrectsImbalance, RepeatsRows]
    public static IDataView Oversample(
        this DataOperationsCatalog catalog, IDataView data, string labelColumnName, long seed, SamplingStrategy? strategy = null, long epoch = 0, ClassSet? classes = null) =>
        catalog.SampleEpoch(data, labelColumnName, index => new RandomOverSampler(index, seed, strategy), epoch, classes);

    /// <summary>Leaves out rows of the larger classes until they have as few as the smallest, or what the strategy says.</summary>
    /// <remarks>The rows of a <see cref="RandomUnderSampler"/>.</remarks>
    /// <inheritdoc cref="Oversample"/>
    [CorrectsImbalance]
    public static IDataView Undersample(
        this DataOperationsCatalog catalog, IDataView data, string labelColumnName, long seed, SamplingStrategy? strategy = null, long epoch = 0, ClassSet? classes = null) =>
        catalog.SampleEpoch(data, labelColumnName, index => new RandomUnderSampler(index, seed, strategy), epoch, classes);

    /// <summary>The rows that any sampler draws in one epoch, in the order of the source and not of the draws.</summary>
    /// <param name="catalog">The catalog, <c>context.Data</c>.</param>
    /// <param name="data">The view to train with: the training subset of a split, not the whole.</param>
    /// <param name="labelColumnName">The label.</param>
    /// <param name="sampler">Makes the sampler from the view's rows, for instance <c>index => new BalancedSampler(index, seed: 1)</c>.</param>
    /// <param name="epoch">The epoch, 0 or more.</param>
    /// <param name="classes">The classes by name; null for those of the column.</param>
    /// <remarks>Where a row is repeated, the view has the column <see cref="SourceRows.ColumnName"/>. O(rows + draws).</remarks>
    /// <inheritdoc cref="CountClasses"/>
    /// <exception cref="ArgumentException">The sampler is over other rows than the view's.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative.</exception>
    public static IDataView SampleEpoch(
        this DataOperationsCatalog catalog, IDataView data, string labelColumnName, Func<RowIndex, Sampler> sampler, long epoch, ClassSet? classes = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(sampler);
        RowIndex index = ViewLabels.Read(data, labelColumnName, classes).Index();
        Sampler made = sampler(index);
        return made.DatasetLength == index.DatasetLength
            ? SelectedView.Of(data, Multiplicities.Of(made, epoch))
            : throw new ArgumentException($"The sampler draws from {made.DatasetLength} rows, and the view has {index.DatasetLength}.", nameof(sampler));
    }

    private static ViewSplit Subsets(IDataView data, RowSplit split) =>
        new(SelectedView.Of(data, Multiplicities.Of(split.Train)), SelectedView.Of(data, Multiplicities.Of(split.Test)));
}
