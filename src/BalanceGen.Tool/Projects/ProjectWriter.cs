namespace BalanceGen.Tool.Projects;

/// <summary>Makes a project of an input: the record with its inferred members, a reader, and a program that draws balanced batches.</summary>
internal static class ProjectWriter
{
    /// <summary>More columns than that are one member, an array of texts.</summary>
    private const int MostMembers = 200;

    public static ProjectModel Model(LabelledData data, string folder, string? name, string? record, int batchSize, string packageVersion, CancellationToken cancellation)
    {
        Relation rows = data.Input.Rows ?? throw new InputException("a table of counts has no rows to make a record of", advice: "give the rows themselves");
        string stem = data.Input.Files.Count > 0 ? Path.GetFileName(Path.TrimEndingDirectorySeparator(data.Input.Files[0])).Split('.')[0] : "query";
        string project = name ?? CSharpName.Pascal(stem, "Data");
        string recordName = record ?? CSharpName.Pascal(stem, "Data") + "Row";
        (IReadOnlyList<DataItem> files, IReadOnlyList<string> columns, int labelIndex) = Files(data, rows, folder, cancellation);
        var used = new HashSet<string>(StringComparer.Ordinal) { recordName, "Classes", "Equals", "GetHashCode", "ToString", "Deconstruct", "PrintMembers" };
        string labelName = CSharpName.Unique(CSharpName.Pascal(data.Input is TextInput { Text.Dialect.HasHeader: false } ? "label" : columns[labelIndex], "Label"), used);
        string enumName = labelName == project ? labelName + "Class" : labelName;
        string[] features = [.. columns.Where((_, index) => index != labelIndex)];
        var members = new List<RecordColumn>();
        if (features.Length > MostMembers)
        {
            members.Add(new RecordColumn("", -1, CSharpName.Unique("Fields", used), "string[]"));
        }
        else
        {
            string[] types = ColumnTypes.Infer(data.Input.Database, rows, features, cancellation);
            members.AddRange(columns.Index().Where(column => column.Index != labelIndex).Zip(types, (column, type) =>
                new RecordColumn(column.Item, column.Index, CSharpName.Unique(CSharpName.Pascal(column.Item, "Column"), used), type)));
        }

        return new ProjectModel(project, recordName, members, labelIndex, labelName, data.MultiLabel is null ? LabelMember.Of(data.Classes, enumName) : LabelMember.OfSet(data.Classes, data.Input.Separator!), files, data.Counts.EmptyClasses.Count > 0, packageVersion, batchSize);
    }

    /// <summary>The files that the project counts and reads: those of the input, where they are text that the build can read; otherwise one that is written for it.</summary>
    private static (IReadOnlyList<DataItem> Files, IReadOnlyList<string> Columns, int LabelIndex) Files(LabelledData data, Relation rows, string folder, CancellationToken cancellation)
    {
        if (data.Input is TextInput { Text: { Compression: not "zstd", Encoding: "utf-8", Dialect: var dialect } } text && data.Cells.Missing == 0)
        {
            int index = rows.Columns.ToList().IndexOf(rows.LabelColumns[0]);
            string column = text.IsLabelNamedOnce ? text.LabelName : index.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return ([.. text.Files.Select(file => new DataItem(Path.GetRelativePath(folder, Path.GetFullPath(file)), dialect.DelimiterName, dialect.HasHeader, dialect.Quoting, column))], rows.Columns, index);
        }

        // Nested labels and labels out of names become a column of their own.
        const string label = "label";
        string[] features = [.. rows.Features.Where(column => column != label)];
        using var file = new AtomicFile(Path.Combine(folder, "rows.csv"));
        string selected = features.Length == 0 ? "" : Sql.Names(features) + ", ";
        data.Input.Database.Execute(
            $"COPY (SELECT {selected}{rows.LabelSql} AS {label} FROM {rows.From} WHERE {rows.LabelSql} IS NOT NULL) TO {Sql.Text(file.TemporaryPath)} (FORMAT csv, HEADER true)", cancellation);
        file.Commit();
        return ([new DataItem("rows.csv", "comma", true, true, label)], [.. features, label], features.Length);
    }
}
