using System.Security;

namespace BalanceGen.Tool.Projects;

/// <summary>The files of a written project.</summary>
internal static class ProjectTexts
{
    public static IEnumerable<(string Name, string Text)> Of(ProjectModel model)
    {
        yield return ($"{model.Name}.csproj", Project(model));
        yield return ($"{model.Record}.cs", Record(model));
        yield return ($"{model.Record}File.cs", Reader(model));
        yield return ("DelimitedText.cs", DelimitedText(model));
        yield return ("Program.cs", Program(model));
    }

    private static string Project(ProjectModel model)
    {
        string items = string.Concat(model.Files.Select(file =>
        {
            string options = (file.Delimiter == "comma" ? "" : $" Delimiter=\"{file.Delimiter}\"") + (file.HasHeader ? "" : " HasHeader=\"false\"") + (file.Quoting ? "" : " Quoting=\"false\"");
            string label = SecurityElement.Escape(file.LabelColumn).Replace("%", "%25", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal);
            string path = SecurityElement.Escape(file.Path);

            // The build counts rows of one label.
            string counted = model.Label.IsSet ? "" : $"""
                    <LabeledData Include="{path}" Dataset="{model.Name}.{model.Record}" LabelColumn="{label}"{options} />

                """;
            return counted + $"""
                    <None Include="{path}" Link="{SecurityElement.Escape(Path.GetFileName(file.Path))}" CopyToOutputDirectory="PreserveNewest" />

                """;
        }));
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>

              <ItemGroup>
                <PackageReference Include="BalanceGen" Version="{model.PackageVersion}" />
              </ItemGroup>

              <ItemGroup Label="{(model.Label.IsSet ? "The rows" : "The labels are counted when the project is built, and the counts are checked in the editor")}">
            {items}  </ItemGroup>
            </Project>

            """;
    }

    private static string Record(ProjectModel model)
    {
        string members = string.Concat(model.Columns.Select(column => $"    {column.Type} {CSharpName.Escaped(column.Member)},\n"));
        string dataset = model.HasEmptyClasses ? "[BalancedDataset(ZeroCounts = ZeroCountRule.ZeroWeight)]" : "[BalancedDataset]";
        string declaration = model.Label.Declaration.Length == 0 ? "" : "\n" + model.Label.Declaration;
        return $"""
            using BalanceGen;

            namespace {model.Name};

            /// <summary>A row of {SecurityElement.Escape(Path.GetFileName(model.Files[0].Path))}.</summary>
            {dataset}
            public readonly partial record struct {model.Record}(
            {members}    {model.Label.Attribute} {model.Label.Type} {CSharpName.Escaped(model.LabelName)});
            {declaration}
            """;
    }

    private static string Reader(ProjectModel model)
    {
        string arguments = string.Concat(model.Columns.Select(column => $"        {Parse(column)},\n"));
        bool usesCulture = model.Columns.Any(column => column.Type is "long" or "double" or "long?" or "double?") || model.Label.Parse.Contains("CultureInfo", StringComparison.Ordinal);
        string usings = usesCulture ? "using System.Globalization;\n\n" : "";
        return $$"""
            {{usings}}namespace {{model.Name}};

            /// <summary>Reads rows from files like the one that this project was made from.</summary>
            public static class {{model.Record}}File
            {
                public static IEnumerable<{{model.Record}}> Read(string path)
                {
                    using StreamReader reader = DelimitedText.Open(path);
                    long number = 0;
                    foreach (string[] fields in DelimitedText.ReadRows(reader))
                    {
                        {{model.Record}} row;
                        try
                        {
                            row = Parse(fields);
                        }
                        catch (Exception error) when (error is FormatException or InvalidDataException or OverflowException)
                        {
                            throw new InvalidDataException($"{path}: row {number}: {error.Message}", error);
                        }

                        yield return row;
                        number++;
                    }
                }

                private static {{model.Record}} Parse(string[] fields) => new(
            {{arguments}}        ParseLabel(fields[{{model.LabelIndex}}]));

                private static {{model.Label.Type}} ParseLabel(string text) => {{model.Label.Parse}};
            }

            """;
    }

    private static string Parse(RecordColumn column)
    {
        string field = string.Create(CultureInfo.InvariantCulture, $"fields[{column.Index}]");
        return column.Type switch
        {
            "long" => $"long.Parse({field}, CultureInfo.InvariantCulture)",
            "double" => $"double.Parse({field}, CultureInfo.InvariantCulture)",
            "bool" => $"bool.Parse({field})",
            "long?" => $"{field}.Length == 0 ? null : long.Parse({field}, CultureInfo.InvariantCulture)",
            "double?" => $"{field}.Length == 0 ? null : double.Parse({field}, CultureInfo.InvariantCulture)",
            "bool?" => $"{field}.Length == 0 ? null : bool.Parse({field})",
            "string[]" => "fields",
            _ => field,
        };
    }

    private static string DelimitedText(ProjectModel model)
    {
        DataItem file = model.Files[0];
        string delimiter = file.Delimiter switch { "comma" => "','", "semicolon" => "';'", "tab" => "'\\t'", "space" or "whitespace" => "' '", "pipe" => "'|'", var other => $"'{other}'" };
        string run = file.Delimiter == "whitespace" ? "true" : "false";
        return $$"""
            using System.IO.Compression;
            using System.Text;

            namespace {{model.Name}};

            /// <summary>Rows of delimited text, gzip or not.</summary>
            internal static class DelimitedText
            {
                private const char Delimiter = {{delimiter}};

                // Static and not constant, so that every branch below is compiled.
                private static readonly bool IsWhitespaceRun = {{run}};
                private static readonly bool HasHeader = {{(file.HasHeader ? "true" : "false")}};
                private static readonly bool Quoting = {{(file.Quoting ? "true" : "false")}};

                public static StreamReader Open(string path)
                {
                    Stream stream = File.OpenRead(path);
                    bool isGzip = stream.ReadByte() == 0x1F && stream.ReadByte() == 0x8B;
                    stream.Position = 0;
                    return new StreamReader(isGzip ? new GZipStream(stream, CompressionMode.Decompress) : stream);
                }

                public static IEnumerable<string[]> ReadRows(TextReader reader)
                {
                    bool isHeader = HasHeader;
                    while (ReadRow(reader) is { } row)
                    {
                        if (row is [""])
                        {
                            continue;
                        }

                        if (!isHeader)
                        {
                            yield return row;
                        }

                        isHeader = false;
                    }
                }

                private static string[]? ReadRow(TextReader reader)
                {
                    if (reader.Peek() < 0)
                    {
                        return null;
                    }

                    if (IsWhitespaceRun)
                    {
                        string[] words = reader.ReadLine()!.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
                        return words.Length == 0 ? [""] : words;
                    }

                    var fields = new List<string>();
                    var field = new StringBuilder();
                    bool inQuotes = false;
                    while (true)
                    {
                        int next = reader.Read();
                        if (inQuotes && next >= 0)
                        {
                            if (next != '"')
                            {
                                field.Append((char)next);
                            }
                            else if (reader.Peek() == '"')
                            {
                                field.Append((char)reader.Read());
                            }
                            else
                            {
                                inQuotes = false;
                            }
                        }
                        else if (next == '"' && Quoting && field.Length == 0)
                        {
                            inQuotes = true;
                        }
                        else if (next is < 0 or '\n' or '\r')
                        {
                            if (next == '\r' && reader.Peek() == '\n')
                            {
                                reader.Read();
                            }

                            fields.Add(field.ToString());
                            return [.. fields];
                        }
                        else if (next == Delimiter)
                        {
                            fields.Add(field.ToString());
                            field.Clear();
                        }
                        else
                        {
                            field.Append((char)next);
                        }
                    }
                }
            }

            """;
    }

    private static string Program(ProjectModel model)
    {
        string files = string.Join(", ", model.Files.Select(file => CSharpName.Literal(Path.GetFileName(file.Path))));
        string policy = model.HasEmptyClasses ? ", zeroCounts: ZeroCountPolicy.ZeroWeight" : "";
        string size = model.BatchSize.ToString(CultureInfo.InvariantCulture);
        string first = $"batch[0].{CSharpName.Escaped(model.LabelName)}";
        string label = model.Label.IsSet ? $"{{string.Join(\", \", {first})}}" : $"{{{first}}}";
        string usings = model.Label.IsSet ? "using BalanceGen.Batching;\n" : "";
        string data = model.Label.IsSet
            ? $"""
                MultiLabelDataset<{model.Record}> sets = {model.Record}.Classes.Index(rows);
                Console.WriteLine(sets.Counts);
                Console.WriteLine();

                // A row brings all of its classes along: it is drawn as one of its rarest class, which not every class may be for some row.
                IndexedDataset<{model.Record}> data = sets.ByRarestClass();
                """
            : $"""
                IndexedDataset<{model.Record}> data = {model.Record}.Classes.Index(rows);
                Console.WriteLine(data.Counts);
                Console.WriteLine();
                """;
        policy = model.Label.IsSet ? ", zeroCounts: ZeroCountPolicy.ZeroWeight" : policy;
        return $$"""
            using BalanceGen;
            {{usings}}using {{model.Name}};

            string[] files = args.Length > 0 ? args : [.. new[] { {{files}} }.Select(file => Path.Combine(AppContext.BaseDirectory, file))];
            {{model.Record}}[] rows = [.. files.SelectMany({{model.Record}}File.Read)];

            {{data}}

            BalancedSampler sampler = data.BalancedSampler(seed: 42{{policy}});
            Console.WriteLine(sampler.Plan);
            Console.WriteLine();

            // The first batches. A training loop goes over every batch of Epoch(0), Epoch(1), ….
            int number = 0;
            var counts = new long[data.Classes.Count];
            foreach (Batch<{{model.Record}}> batch in data.Batches(sampler, batchSize: {{size}}).Epoch(0))
            {
                batch.CountClasses(counts);
                int present = counts.Count(count => count > 0);
                Console.WriteLine($"batch {number}: {batch.Count} rows of {present} classes, the first is {{label}}");
                if (++number == 3)
                {
                    break;
                }
            }

            """;
    }
}
