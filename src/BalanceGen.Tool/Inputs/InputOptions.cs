namespace BalanceGen.Tool.Inputs;

/// <summary>Where the labels are and how to read them: what the user said, before anything is detected.</summary>
internal sealed record InputOptions
{
    /// <summary>Files, globs, one folder, or "-" for standard input.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The label's column, a path into nested objects, or a 0-based index; null where it is to be guessed.</summary>
    public string? Label { get; init; }

    public InputFormat Format { get; init; }

    /// <summary>One ASCII character or a name that <see cref="Counting.FieldDelimiter.Parse"/> knows; null where it is to be detected.</summary>
    public string? Delimiter { get; init; }

    public bool? HasHeader { get; init; }

    public bool? Quoting { get; init; }

    /// <summary>utf-8, utf-16 or latin-1; null where it is to be detected.</summary>
    public string? Encoding { get; init; }

    /// <summary>Declared classes: a file with one class a line, a range as 1..10, or a list with commas.</summary>
    public string? Classes { get; init; }

    /// <summary>Whether labels are 0-based positions in <see cref="Classes"/>.</summary>
    public bool LabelsAreIds { get; init; }

    /// <summary>What separates the labels of one multi-label cell; null where a cell is one label.</summary>
    public string? Separator { get; init; }

    /// <summary>Columns that hold 1 where the row belongs to the class of that name; a * stands for any characters.</summary>
    public string? OneHot { get; init; }

    /// <summary>A regular expression with a group "label" over file names.</summary>
    public string? Pattern { get; init; }

    /// <summary>The column that holds numbers of rows where the input is a table of counts; empty where it is to be found.</summary>
    public string? CountColumn { get; init; }

    /// <summary>A query whose result is the input.</summary>
    public string? Sql { get; init; }

    /// <summary>A connection string for the query; null to run it in DuckDB, over files.</summary>
    public string? Connection { get; init; }

    /// <summary>The most memory that DuckDB takes, as it writes sizes: 512MB, 2GB; null for its own default, most of the machine's.</summary>
    public string? Memory { get; init; }

    /// <summary>The assembly of an ADO.NET provider for <see cref="Connection"/>; null for that of PostgreSQL.</summary>
    public string? Provider { get; init; }
}
