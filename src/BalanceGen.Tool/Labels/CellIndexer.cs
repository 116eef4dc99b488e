namespace BalanceGen.Tool.Labels;

/// <summary>The class of a row that is given as the number of its cell: what generated code does for a record.</summary>
internal readonly struct CellIndexer(LabelCells cells, Labelling labelling) : IClassIndexer<int>
{
    public ClassSet Classes => labelling.Classes;

    public int IndexOf(in int row)
    {
        if (row < 0)
        {
            return ClassIndex.Ignored;
        }

        int[] classes = labelling.ClassesOfCell[row];
        return classes.Length == 0 ? ClassIndex.Ignored : classes[0];
    }

    public string DescribeLabel(in int row) => row < 0 ? "" : cells.Texts[row];
}
