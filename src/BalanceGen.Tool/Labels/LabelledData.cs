namespace BalanceGen.Tool.Labels;

/// <summary>An input whose labels were read: the classes, their counts, and where they were asked for the rows.</summary>
internal sealed class LabelledData : IDisposable
{
    private RowIndex? _index;

    private LabelledData(LabelledInput input, LabelCells cells, Labelling labelling)
    {
        Input = input;
        Cells = cells;
        Labelling = labelling;
        if (labelling.IsMultiLabel)
        {
            MultiLabel = MultiLabelIndex.Build(cells.CellOfRow, new CellSetIndexer(cells, labelling));
            Counts = MultiLabel.Counts.RowsWithClass;
        }
        else
        {
            var counts = new long[labelling.Classes.Count];
            for (int cell = 0; cell < cells.Counts.Length; cell++)
            {
                if (labelling.ClassesOfCell[cell] is [var classIndex, ..])
                {
                    counts[classIndex] += cells.Counts[cell];
                }
            }

            Counts = new ClassCounts(labelling.Classes, counts);
        }
    }

    public LabelledInput Input { get; }

    public LabelCells Cells { get; }

    public Labelling Labelling { get; }

    public ClassSet Classes => Labelling.Classes;

    /// <summary>The rows of each class; of several labels, the rows that have the class.</summary>
    public ClassCounts Counts { get; }

    /// <summary>The label sets of a multi-label input; null where every row has one class.</summary>
    public MultiLabelIndex? MultiLabel { get; }

    /// <summary>Whether the rows were read.</summary>
    public bool HasRows => Cells.CellOfRow is not null;

    /// <summary>
    /// The row index as the library builds it for the same rows, so that every sampler and split gives the same rows; of a table of counts, and where
    /// the rows were not read, the index of rows that lie class by class. Rows of several labels are indexed by their rarest class.
    /// </summary>
    public RowIndex Index => _index ??= MultiLabel is not null ? MultiLabel.ByRarestClass()
        : Cells.CellOfRow is { } rows ? RowIndex.Build<int, CellIndexer>(rows, new CellIndexer(Cells, Labelling))
        : RowIndex.OfSortedRows(Counts);

    /// <summary>What samplers are asked of in C#: a data set of rows with several labels is first indexed as <see cref="Index"/> is.</summary>
    public string Code => MultiLabel is null ? "data" : "data.ByRarestClass()";

    /// <summary>Opens an input and reads its labels.</summary>
    public static LabelledData Load(InputOptions options, bool withRows, ProgressLine progress, CancellationToken cancellation, Database? shared = null)
    {
        LabelledInput input = InputOpener.Open(options, shared);
        try
        {
            string[]? declared = options.Classes is { } classes ? DeclaredClasses.Read(classes) : (input as TableInput)?.DeclaredClasses;
            bool needsRows = (withRows || input.Separator is not null) && !input.IsCounts;
            LabelCells cells = input.ReadCells(needsRows, progress, cancellation);
            return new LabelledData(input, cells, Labelling.Of(cells, input.Separator, declared, options.LabelsAreIds));
        }
        catch (InputException error) when (error.File is null && input.Files.Count > 0)
        {
            input.Dispose();
            throw new InputException(error.Message, input.Files[0], error.Line, error.Column, error.Advice, error);
        }
        catch
        {
            input.Dispose();
            throw;
        }
    }

    /// <summary>What samplers, weights and splits need: every label is a declared class.</summary>
    /// <exception cref="UnknownLabelException">A label is no declared class; names the first row with it where the rows were read.</exception>
    public void ThrowIfUndeclared()
    {
        if (Labelling.Undeclared is [var label, ..])
        {
            int row = Cells.CellOfRow is { } rows ? Array.FindIndex(rows, cell => cell >= 0 && Labelling.ClassesOfCell[cell].Any(index => index >= Labelling.DeclaredCount)) : -1;
            throw new UnknownLabelException(label, new ClassSet(Classes.Names[..Labelling.DeclaredCount]), row);
        }
    }

    public void Dispose() => Input.Dispose();
}
