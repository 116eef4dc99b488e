using Microsoft.Data.Analysis;

namespace BalanceGen.ML;

/// <summary>Class counts, row index, stratified split and class weights of a data frame.</summary>
/// <remarks>
/// A label is a text, a Boolean or a number. The classes are those that are given, or those that occur: ordinally or numerically ascending,
/// False before True. Null, the empty text and NaN are missing labels. They are counted for no class, are in no subset of a split, and have
/// the weight 0. O(rows), with 4 bytes a row; no value is boxed.
/// To draw rows, index a frame by the draws: <c>frame[sampler.RowNumbersOfEpoch(0)]</c>.
/// </remarks>
public static class DataFrameBalancing
{
    /// <summary>The number of rows of each class.</summary>
    /// <param name="frame">The data frame.</param>
    /// <param name="labelColumnName">The label.</param>
    /// <param name="classes">The classes by name; null for those that occur.</param>
    /// <exception cref="LabelColumnException">The column is absent or no label.</exception>
    /// <exception cref="UnknownLabelException">A label is none of the given classes; the error names the row.</exception>
    /// <exception cref="EmptyDatasetException">No row has a label, and the classes are not given.</exception>
    public static ClassCounts ClassCounts(this DataFrame frame, string labelColumnName, ClassSet? classes = null)
    {
        int[] rows = FrameLabels.Read(frame, labelColumnName, classes, out ClassSet used);
        return BalanceGen.ClassCounts.Of(rows, new ClassIndexRows(used));
    }

    /// <summary>The rows of each class by number: what samplers and splits are made from.</summary>
    /// <inheritdoc cref="ClassCounts"/>
    public static RowIndex IndexClasses(this DataFrame frame, string labelColumnName, ClassSet? classes = null)
    {
        int[] rows = FrameLabels.Read(frame, labelColumnName, classes, out ClassSet used);
        return RowIndex.Build(rows, new ClassIndexRows(used));
    }

    /// <summary>Splits a data frame in two, each class in the same proportion. The subsets are copies, in the order of the frame.</summary>
    /// <param name="frame">The data frame. Split it before rows are repeated.</param>
    /// <param name="labelColumnName">The label.</param>
    /// <param name="testFraction">The share of the rows that is for testing, of (0, 1).</param>
    /// <param name="seed">The seed.</param>
    /// <param name="rareClasses">What happens to a class of one row.</param>
    /// <param name="classes">The classes by name; null for those that occur.</param>
    /// <inheritdoc cref="ClassCounts"/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="testFraction"/> is outside that range or NaN.</exception>
    /// <exception cref="RareClassException">A class has one row and the policy is to throw; or a subset would be empty whatever the policy.</exception>
    public static FrameSplit StratifiedSplit(
        this DataFrame frame, string labelColumnName, double testFraction, long seed, RareClassPolicy rareClasses = RareClassPolicy.Throw, ClassSet? classes = null)
    {
        RowSplit split = Sampling.StratifiedSplit.Of(frame.IndexClasses(labelColumnName, classes), testFraction, seed, rareClasses);
        return new FrameSplit(frame[(IEnumerable<int>)split.Train], frame[(IEnumerable<int>)split.Test]);
    }

    /// <summary>Adds a column of single precision with the weight of each row's class; 0 for a missing label.</summary>
    /// <param name="frame">The data frame, which gets the column.</param>
    /// <param name="labelColumnName">The label; its classes are those of the weights.</param>
    /// <param name="weights">The class weights.</param>
    /// <param name="weightColumnName">The name of the new column; the frame must not have one of that name.</param>
    /// <returns>The new column.</returns>
    /// <exception cref="LabelColumnException">The column is absent or no label.</exception>
    /// <exception cref="UnknownLabelException">A label is none of the weights' classes; the error names the row.</exception>
    /// <exception cref="ArgumentException">The frame has a column of that name.</exception>
    /// <exception cref="OverflowException">A weight is beyond the range of <see cref="float"/>.</exception>
    public static SingleDataFrameColumn AddClassWeights(this DataFrame frame, string labelColumnName, ClassWeights weights, string weightColumnName = "Weight")
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentException.ThrowIfNullOrEmpty(weightColumnName);
        int[] rows = FrameLabels.Read(frame, labelColumnName, weights.Classes, out _);
        float[] ofClass = SingleWeights.Of(weights);
        var column = new SingleDataFrameColumn(weightColumnName, rows.Select(classIndex => classIndex >= 0 ? ofClass[classIndex] : 0));
        frame.Columns.Add(column);
        return column;
    }
}
