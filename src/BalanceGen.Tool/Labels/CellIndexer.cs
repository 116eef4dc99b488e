namespace BalanceGen.Tool.Labels;

/// <summary>The class of a row that is given as the number of its cell: what generated code does for a record.</summary>
internal readonly struct CellIndexer(LabelCells cells, Labelling labelling) : IClassIndexer<int>
{
    public ClassSet Classes => labelling.Classes;

    public int IndexOf(in int row) => row >= 0 && labelling.ClassesOfCell[row] is [var first, ..] ? first : ClassIndex.Ignored;

    public string DescribeLabel(in int row) => row < 0 ? "" : cells.Texts[row];
}
