namespace BalanceGen.Tool.Labels;

/// <summary>The classes of a multi-label row that is given as the number of its cell.</summary>
internal readonly struct CellSetIndexer(LabelCells cells, Labelling labelling) : IMultiLabelIndexer<int>
{
    public ClassSet Classes => labelling.Classes;

    public int ClassesOf(in int row, Span<int> classIndices)
    {
        int[] classes = row < 0 ? [] : labelling.ClassesOfCell[row];
        classes.CopyTo(classIndices);
        return classes.Length;
    }

    public string DescribeLabels(in int row) => row < 0 ? "" : cells.Texts[row];
}
