using System.Runtime.InteropServices;

namespace BalanceGen.ML;

/// <summary>Truth and prediction of each row of a scored view, compared by class name: the two columns may be of different types, and keys of different orders.</summary>
internal static class Predictions
{
    /// <summary>One pass over two columns; 8 bytes a row meanwhile.</summary>
    public static ConfusionMatrix Count(IDataView scored, string labelColumnName, string predictedLabelColumnName, ClassSet? classes)
    {
        ArgumentNullException.ThrowIfNull(scored);
        DataViewSchema.Column labelColumn = LabelTable.ColumnOf(scored.Schema, labelColumnName);
        DataViewSchema.Column predictedColumn = LabelTable.ColumnOf(scored.Schema, predictedLabelColumnName);
        (LabelTable labels, LabelTable predictions) = (LabelTable.For(labelColumn), LabelTable.For(predictedColumn));
        (List<int> truth, List<int> predicted) = ([], []);
        using (DataViewRowCursor cursor = scored.GetRowCursor([labelColumn, predictedColumn]))
        {
            (Func<int> label, Func<int> prediction) = (labels.Numbering(cursor, labelColumn, adds: true), predictions.Numbering(cursor, predictedColumn, adds: true));
            while (cursor.MoveNext())
            {
                truth.Add(label());
                predicted.Add(prediction());
            }
        }

        if (truth.Count == 0)
        {
            throw new EmptyDatasetException("An evaluation (split with StratifiedTrainTestSplit: a samplingKeyColumnName that is the label leaves one subset empty)");
        }

        classes ??= ClassesOf(labels, predictions, labelColumnName);
        LabelMapping ofLabels = LabelMapping.Of(labels, classes, labelColumnName);
        LabelMapping ofPredictions = LabelMapping.Of(predictions, classes, predictedLabelColumnName);
        for (int row = 0; row < truth.Count; row++)
        {
            truth[row] = ofLabels.ClassOf(truth[row], labels, row);
            if (truth[row] != ClassIndex.Ignored)
            {
                predicted[row] = predicted[row] == LabelTable.Missing
                    ? throw new UnknownLabelException("(missing prediction)", classes, row)
                    : ofPredictions.ClassOf(predicted[row], predictions, row);
            }
        }

        var matrix = new ConfusionMatrix(classes);
        matrix.Add(CollectionsMarshal.AsSpan(truth), CollectionsMarshal.AsSpan(predicted));
        return matrix;
    }

    /// <summary>The classes of the column whose type tells them; of two columns of plain labels, all that occur.</summary>
    private static ClassSet ClassesOf(LabelTable labels, LabelTable predictions, string labelColumnName)
    {
        if (labels.IsComplete)
        {
            return LabelMapping.Of(labels, null, labelColumnName).Classes;
        }

        if (predictions.IsComplete || labels.Count == 0)
        {
            return LabelMapping.Of(predictions, null, labelColumnName).Classes;
        }

        IEnumerable<string> names = labels.InOrder().Select(labels.NameOf);
        return new ClassSet([.. names.Concat(predictions.InOrder().Select(predictions.NameOf)).Distinct(StringComparer.Ordinal)]);
    }
}
