namespace BalanceGen.ML;

/// <summary>From the numbers of a label table to class indices.</summary>
internal sealed class LabelMapping(ClassSet classes, int[] classOfNumber)
{
    public ClassSet Classes => classes;

    /// <summary>The classes of a table by its own order, or those that were given.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="classes">The classes; null for those of the labels.</param>
    /// <param name="columnName">The label's column, for errors.</param>
    /// <exception cref="LabelColumnException">No row has a label, so that there is no class.</exception>
    public static LabelMapping Of(LabelTable labels, ClassSet? classes, string columnName)
    {
        var classOfNumber = new int[labels.Count];
        if (classes is null)
        {
            if (labels.Count == 0)
            {
                throw new LabelColumnException(columnName, "the view has no row with a label, so there are no classes.");
            }

            int[] order = labels.InOrder();
            for (int classIndex = 0; classIndex < order.Length; classIndex++)
            {
                classOfNumber[order[classIndex]] = classIndex;
            }

            return new LabelMapping(new ClassSet([.. order.Select(labels.NameOf)]), classOfNumber);
        }

        for (int number = 0; number < classOfNumber.Length; number++)
        {
            classOfNumber[number] = classes.TryIndexOf(labels.NameOf(number), out int classIndex) ? classIndex : ClassIndex.Unknown;
        }

        return new LabelMapping(classes, classOfNumber);
    }

    /// <summary>The class index of a label of the table.</summary>
    /// <returns>Whether it is one of the classes.</returns>
    public bool TryClassOf(int number, out int classIndex) => (classIndex = classOfNumber[number]) >= 0;

    /// <summary>The class index of a number, <see cref="ClassIndex.Ignored"/> for a missing label.</summary>
    /// <param name="number">The number.</param>
    /// <param name="labels">The labels, for the error.</param>
    /// <param name="row">The row, for the error.</param>
    /// <exception cref="UnknownLabelException">The label is none of the classes.</exception>
    public int ClassOf(int number, LabelTable labels, long row)
    {
        if (number == LabelTable.Missing)
        {
            return ClassIndex.Ignored;
        }

        int classIndex = number >= 0 ? classOfNumber[number] : ClassIndex.Unknown;
        return classIndex >= 0
            ? classIndex
            : throw new UnknownLabelException(number >= 0 ? labels.NameOf(number) : "(not among the rows that were counted)", Classes, row);
    }
}
