namespace BalanceGen.Tool.Inputs;

/// <summary>Opens whatever the user names: finds the files, recognises the format, and finds the label.</summary>
internal static class InputOpener
{
    /// <summary>Opens an input.</summary>
    /// <param name="options">What the user said.</param>
    /// <param name="shared">A database that several inputs are to be compared in; null for one of its own.</param>
    public static LabelledInput Open(InputOptions options, Database? shared = null)
    {
        Database database = shared ?? new Database();
        try
        {
            if (options.Memory is { } memory)
            {
                database.LimitMemory(memory);
            }

            return OpenIn(options, database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static LabelledInput OpenIn(InputOptions options, Database database)
    {
        if (options.Sql is not null)
        {
            return SqlInputs.Open(options, database);
        }

        if (options.Paths.Count == 0)
        {
            throw new InputException("no input is given", advice: "name a file, a glob, a folder, or - for standard input");
        }

        IReadOnlyList<string> files = InputFiles.Resolve(options.Paths, database);
        InputFormat format = options.Format == InputFormat.Auto ? InputFiles.FormatOf(files[0]) : options.Format;
        return format switch
        {
            InputFormat.Text => OpenText(files, options, database),
            InputFormat.Folder => FolderReader.Open(files, options, database),
            InputFormat.Parquet => OpenTable($"read_parquet({Sql.List(files)})", "Parquet", files, options, database),
            InputFormat.Json => OpenTable($"read_json({Sql.List(files)}, sample_size = 100000)", "JSON", files, options, database),
            InputFormat.Arrow => OpenTable(ArrowReader.Load(files, database), "Arrow IPC", files, options, database),
            InputFormat.Numpy => OpenTable(NumpyReader.Load(files, database), "NumPy array", files, options with { Label = "label" }, database),
            InputFormat.Coco => CocoReader.Open(files, options, database),
            _ => throw new InputException($"the format {format} needs --sql"),
        };
    }

    private static LabelledInput OpenText(IReadOnlyList<string> files, InputOptions options, Database database)
    {
        TextFiles text = TextFiles.Open(files, options, database);
        IReadOnlyList<string> columns = TextFiles.UniqueNames(text.Dialect.Columns);
        bool isCounts = options.CountColumn is not null || files[0].EndsWith(".classcounts.csv", StringComparison.OrdinalIgnoreCase);
        if (options.OneHot is null && !isCounts && options.Pattern is null)
        {
            string label = options.Label ?? LabelColumns.Guess(text.Dialect.Columns, files[0]);
            return new TextInput(text, label, database) { Separator = options.Separator };
        }

        // Names may have become others to be unique; an index is turned into the name.
        string? named = options.Label is null ? null : columns[LabelColumns.IndexOf(text.Dialect, options.Label)];
        if (isCounts)
        {
            string label = named ?? columns[0];
            string count = options.CountColumn is { Length: > 0 } given ? columns[LabelColumns.IndexOf(text.Dialect, given)] : CountsInput.FindCountColumn(columns, label);
            var table = new Relation(text.ToSql(), columns, $"nullif({Sql.Name(label)}, '')", [label]);
            return new CountsInput($"a table of counts, {text.Description}", files, table, count, database) { LabelName = label };
        }

        return OpenTable(text.ToSql(), text.Description, files, options with { Label = named ?? options.Label }, database);
    }

    /// <summary>Opens a relation whose label is a column, a path into objects, or a group of columns.</summary>
    internal static LabelledInput OpenTable(string from, string description, IReadOnlyList<string> files, InputOptions options, Database database)
    {
        List<(string Name, string Type)> columns = database.Describe(from);
        string[] names = [.. columns.Select(column => column.Name)];
        string file = files.Count > 0 ? files[0] : "the query";
        if (options.OneHot is { } oneHot)
        {
            string[] hot = OneHotColumns.Find(names, oneHot, file);
            return new TableInput($"{description}, label in {hot.Length.ToString(CultureInfo.InvariantCulture)} columns", files, new Relation(from, names, OneHotColumns.ToSql(hot), hot), database)
            {
                LabelName = oneHot,
                Separator = OneHotColumns.Separator,
                DeclaredClasses = hot,
            };
        }

        string label = options.Label ?? LabelColumns.Guess(names, file);
        (string expression, string type, string column) = LabelPath.Resolve(columns, label, file);
        bool isList = type.EndsWith(']');
        var relation = new Relation(from, names, CellOf(expression), [column]) { Key = (expression, CellOf(Relation.KeyName)) };
        if (options.CountColumn is { } countColumn)
        {
            return new CountsInput($"a table of counts, {description}", files, relation, countColumn.Length > 0 ? countColumn : CountsInput.FindCountColumn(names, column), database)
            {
                LabelName = label,
            };
        }

        return new TableInput(description, files, relation, database)
        {
            LabelName = label,
            Separator = isList ? OneHotColumns.Separator : options.Separator,
        };

        string CellOf(string value)
        {
            string text = isList ? $"array_to_string({value}, chr(31))" : $"CAST({value} AS VARCHAR)";
            return $"nullif({(options.Pattern is { } pattern ? NamePattern.ToSql(text, pattern) : text)}, '')";
        }
    }
}
