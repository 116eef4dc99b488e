namespace BalanceGen.Tool.Inputs;

/// <summary>An opened input. Its rows are numbered from 0 in the order of the file, or of the files one after the other.</summary>
internal abstract class LabelledInput(string description, IReadOnlyList<string> files, Database database) : IDisposable
{
    /// <summary>What was detected and decided, in words for the user.</summary>
    public string Description { get; } = description;

    /// <summary>The files that are read.</summary>
    public IReadOnlyList<string> Files { get; } = files;

    /// <summary>The engine for what needs more than the label.</summary>
    public Database Database { get; } = database;

    /// <summary>The name of the label, for messages.</summary>
    public required string LabelName { get; init; }

    /// <summary>What separates the labels of a cell; null where a cell is one label.</summary>
    public string? Separator { get; init; }

    /// <summary>Whether the input is a table of counts, so that there are no rows.</summary>
    public virtual bool IsCounts => false;

    /// <summary>All columns as a relation of <see cref="Database"/>; null where there are no rows.</summary>
    public abstract Relation? Rows { get; }

    /// <summary>Reads every label.</summary>
    /// <param name="withRows">Whether the label of each row is wanted too, at 4 bytes a row.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public abstract LabelCells ReadCells(bool withRows, ProgressLine progress, CancellationToken cancellation);

    public virtual void Dispose() => Database.Dispose();
}
