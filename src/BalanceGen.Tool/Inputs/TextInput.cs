using System.Diagnostics.CodeAnalysis;
using BalanceGen.Counting;

namespace BalanceGen.Tool.Inputs;

/// <summary>
/// Delimited text whose label is one column. It is read by the counter of the build, in one pass and constant memory: strictly, so that a damaged
/// file is an error with line and column, and with the same counts as when the project is built.
/// </summary>
internal sealed class TextInput : LabelledInput
{
    private const int WindowSize = 256 * 1024;

    private readonly string _label;

    [SetsRequiredMembers]
    public TextInput(TextFiles files, string label, Database database)
        : base(files.Description, files.Files, database)
    {
        Text = files;
        _label = label;
        IReadOnlyList<string> names = TextFiles.UniqueNames(files.Dialect.Columns);
        int index = LabelColumns.IndexOf(files.Dialect, label);
        LabelName = files.Dialect.HasHeader ? files.Dialect.Columns[index] : label;
        Rows = new Relation(files.ToSql(), names, $"nullif({Sql.Name(names[index])}, '')", [names[index]]);
    }

    public override Relation Rows { get; }

    /// <summary>The files, and how they are written.</summary>
    public TextFiles Text { get; }

    /// <summary>Whether the header names the label, and nothing else so.</summary>
    public bool IsLabelNamedOnce => Text.Dialect.HasHeader && Text.Dialect.Columns.Count(column => column == LabelName) == 1;

    public override LabelCells ReadCells(bool withRows, ProgressLine progress, CancellationToken cancellation)
    {
        var counts = new LabelCounts { Order = withRows ? new LabelOrder() : null };
        for (int file = 0; file < Files.Count; file++)
        {
            Read(file, counts, progress, cancellation);
        }

        progress.End();
        (string Label, long Count)[] labels = [.. counts.InOrder()];
        int[]? rows = null;
        if (counts.Order is { } order)
        {
            // From the order of first occurrence to the order of the texts.
            var place = new int[labels.Length];
            for (int index = 0; index < labels.Length; index++)
            {
                place[order.CodeOf(Encoding.UTF8.GetBytes(labels[index].Label))] = index;
            }

            rows = order.Rows.ToArray();
            foreach (ref int row in rows.AsSpan())
            {
                row = row == LabelOrder.Missing ? -1 : place[row];
            }
        }

        return new LabelCells([.. labels.Select(pair => pair.Label)], [.. labels.Select(pair => pair.Count)], counts.Missing, rows);
    }

    private void Read(int file, LabelCounts counts, ProgressLine progress, CancellationToken cancellation)
    {
        string name = Files[file];
        try
        {
            using Stream text = Text.OpenRead(file, out FileStream raw);
            using FileStream opened = raw;
            progress.Begin($"reading {Path.GetFileName(name)}");
            using var watched = new WatchedStream(text, raw, progress, cancellation);
            TextDialect dialect = Text.Dialect;
            var labelled = new LabeledFile(name, _label, FieldDelimiter.Parse(dialect.Delimiter), dialect.HasHeader, dialect.Quoting) { AllowsMissing = true, IsHeaderStated = true };
            LabelCounter.Count(watched, labelled, counts, WindowSize);
        }
        catch (CountingException error)
        {
            throw new InputException(InWordsOfTheTool(error.Message), name, error.Line, error.Column, inner: error);
        }
        catch (Exception error) when (error is InvalidDataException or ZstdSharp.ZstdException or EndOfStreamException)
        {
            throw new InputException($"the compressed file is damaged: {error.Message}", name, advice: "pack or download it again", inner: error);
        }
    }

    /// <summary>The counter speaks of the items of a project; here the same things are options.</summary>
    private static string InWordsOfTheTool(string message) => message
        .Replace("set Quoting=\"false\"", "use --quotes no", StringComparison.Ordinal)
        .Replace("set LabelColumn to", "set --label to", StringComparison.Ordinal)
        .Replace("LabelColumn", "--label", StringComparison.Ordinal)
        .Replace("save the file as UTF-8", "use --encoding latin-1, or save the file as UTF-8", StringComparison.Ordinal);
}
