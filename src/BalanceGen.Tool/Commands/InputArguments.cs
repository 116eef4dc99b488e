namespace BalanceGen.Tool.Commands;

/// <summary>The arguments that every command has that reads a labelled input.</summary>
internal sealed class InputArguments
{
    private readonly Argument<string[]> _paths;
    private readonly Option<string?> _label = new("--label", "-l") { Description = "The label's column, a path such as annotations.breed, or a 0-based index.", HelpName = "column" };
    private readonly Option<string?> _classes = new("--classes") { Description = "The declared classes: a file with one a line, a range as 1..10, or a list a,b,c.", HelpName = "file|range|list" };
    private readonly Option<bool> _ids = new("--ids") { Description = "Labels are 0-based positions in --classes." };
    private readonly Option<string?> _separator = new("--separator") { Description = "What stands between the labels of a cell: \"2,7\" or \"Atelectasis|Effusion\".", HelpName = "text" };
    private readonly Option<string?> _oneHot = new("--one-hot") { Description = "Columns that are 1 where the row has the class: a,b,c, is_* or first..last.", HelpName = "columns" };
    private readonly Option<string?> _pattern = new("--pattern") { Description = @"A regular expression over file names: '^(?<label>.+)_\d+\.jpg$'.", HelpName = "regex" };
    private readonly Option<string?> _counts = new("--counts") { Description = "The input is a table of labels and numbers of rows; optionally the column of the numbers.", HelpName = "column", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<InputFormat> _format = new("--format") { Description = "The kind of input. Default: found from the name and the first bytes.", DefaultValueFactory = _ => InputFormat.Auto };
    private readonly Option<string?> _delimiter = new("--delimiter") { Description = "One character, or comma, semicolon, tab, space, pipe, whitespace. Default: detected.", HelpName = "delimiter" };
    private readonly Option<string?> _header = new("--header") { Description = "Whether the first line names the columns: yes or no. Default: detected.", HelpName = "yes|no" };
    private readonly Option<string?> _quotes = new("--quotes") { Description = "Whether quotes enclose fields: yes or no. Default: detected.", HelpName = "yes|no" };
    private readonly Option<string?> _encoding = new("--encoding") { Description = "utf-8, utf-16 or latin-1. Default: detected.", HelpName = "encoding" };
    private readonly Option<string?> _sql = new("--sql") { Description = "A query whose result is the input, over files: \"select * from 'a.parquet' where year = 2020\".", HelpName = "query" };
    private readonly Option<string?> _connection = new("--connection") { Description = "A connection string to run --sql at: of PostgreSQL, or of --provider.", HelpName = "string" };
    private readonly Option<string?> _provider = new("--provider") { Description = "The assembly of another ADO.NET provider, such as Microsoft.Data.Sqlite.dll.", HelpName = "file" };
    private readonly Option<string?> _memory = new("--memory") { Description = "The most memory for rows that are sorted or joined: 512MB, 2GB. What does not fit goes to a temporary folder.", HelpName = "size" };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Nothing but what was asked for: no progress, no notes." };

    public InputArguments(ExampleCommand command, string description = "Files, globs, a folder of images, or - for standard input.")
    {
        _paths = new Argument<string[]>("input") { Description = description, Arity = ArgumentArity.ZeroOrMore };
        _header.AcceptOnlyFromAmong("yes", "no");
        _quotes.AcceptOnlyFromAmong("yes", "no");
        command.Add(_paths);
        command.AddAll(_label, _classes, _ids, _separator, _oneHot, _pattern, _counts, _format, _delimiter, _header, _quotes, _encoding, _sql, _connection, _provider, _memory, _quiet);
    }

    public bool IsQuiet(ParseResult arguments) => arguments.GetValue(_quiet);

    public InputOptions Read(ParseResult arguments) => new(arguments.GetValue(_paths) ?? [], arguments.GetValue(_label))
    {
        Classes = arguments.GetValue(_classes),
        LabelsAreIds = arguments.GetValue(_ids),
        Separator = arguments.GetValue(_separator) is { } separator ? (separator == "\\t" ? "\t" : separator) : null,
        OneHot = arguments.GetValue(_oneHot),
        Pattern = arguments.GetValue(_pattern),
        CountColumn = arguments.GetResult(_counts) is null ? null : arguments.GetValue(_counts) ?? "",
        Format = arguments.GetValue(_format),
        Delimiter = arguments.GetValue(_delimiter),
        HasHeader = YesOrNo(arguments.GetValue(_header)),
        Quoting = YesOrNo(arguments.GetValue(_quotes)),
        Encoding = arguments.GetValue(_encoding),
        Sql = arguments.GetValue(_sql),
        Connection = arguments.GetValue(_connection),
        Memory = arguments.GetValue(_memory),
        Provider = arguments.GetValue(_provider),
    };

    private static bool? YesOrNo(string? text) => text is null ? null : text == "yes";
}
