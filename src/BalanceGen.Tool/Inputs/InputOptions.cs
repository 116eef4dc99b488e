namespace BalanceGen.Tool.Inputs;

/// <summary>Where the labels are and how to read them: what the user said, before anything is detected.</summary>
/// <param name="Paths">Files, globs, one folder, or "-" for standard input.</param>
/// <param name="Label">The label's column, a path into nested objects, or a 0-based index; null where it is to be guessed.</param>
/// <param name="Format">The kind of input.</param>
/// <param name="Delimiter">One ASCII character or a name that <see cref="Counting.FieldDelimiter.Parse"/> knows; null where it is to be detected.</param>
/// <param name="HasHeader">Whether the first line names the columns; null where it is to be detected.</param>
/// <param name="Quoting">Whether quotes enclose fields; null where it is to be detected.</param>
/// <param name="Encoding">utf-8, utf-16 or latin-1; null where it is to be detected.</param>
/// <param name="Classes">Declared classes: a file with one class a line, a range as 1..10, or a list with commas.</param>
/// <param name="LabelsAreIds">Whether labels are 0-based positions in <see cref="Classes"/>.</param>
/// <param name="Separator">What separates the labels of one multi-label cell; null where a cell is one label.</param>
/// <param name="OneHot">Columns that hold 1 where the row belongs to the class of that name; a * stands for any characters.</param>
/// <param name="Pattern">A regular expression with a group "label" over file names.</param>
/// <param name="CountColumn">The column that holds numbers of rows where the input is a table of counts; empty where it is to be found.</param>
/// <param name="Sql">A query whose result is the input.</param>
/// <param name="Connection">A connection string for the query; null to run it in DuckDB, over files.</param>
/// <param name="Memory">The most memory that DuckDB takes, as it writes sizes: 512MB, 2GB; null for its own default, most of the machine's.</param>
/// <param name="Provider">The assembly of an ADO.NET provider for <see cref="Connection"/>; null for that of PostgreSQL.</param>
internal sealed record InputOptions(
    IReadOnlyList<string> Paths,
    string? Label = null,
    InputFormat Format = InputFormat.Auto,
    string? Delimiter = null,
    bool? HasHeader = null,
    bool? Quoting = null,
    string? Encoding = null,
    string? Classes = null,
    bool LabelsAreIds = false,
    string? Separator = null,
    string? OneHot = null,
    string? Pattern = null,
    string? CountColumn = null,
    string? Sql = null,
    string? Connection = null,
    string? Memory = null,
    string? Provider = null);
