namespace BalanceGen.Tool.Inputs;

/// <summary>From what the user names to files, and from a file to its format.</summary>
internal static class InputFiles
{
    /// <summary>Files in the order in which they are named; those of a glob in ordinal order; a folder as it is; standard input as a temporary file.</summary>
    public static IReadOnlyList<string> Resolve(IReadOnlyList<string> paths, Database database)
    {
        var files = new List<string>();
        foreach (string path in paths)
        {
            if (path == "-")
            {
                files.Add(SaveStandardInput(database));
            }
            else if (File.Exists(path) || Directory.Exists(path))
            {
                files.Add(path);
            }
            else if (path.AsSpan().ContainsAny('*', '?'))
            {
                List<string> found = database.Texts($"SELECT file FROM glob({Sql.Text(path)}) ORDER BY file");
                files.AddRange(found.Count > 0 ? found : throw new InputException("no file matches this glob", path, advice: "quote it, so that the shell leaves it alone, and look at the folder"));
            }
            else
            {
                throw path.StartsWith('-')
                    ? new InputException($"there is no option '{path}'", advice: "--help lists the options")
                    : new InputException("there is no such file or folder", path, advice: "look at the name");
            }
        }

        return files.Count(Directory.Exists) is 0 or 1
            ? files
            : throw new InputException("several folders cannot be one input", advice: "name the folder above them, or use compare");
    }

    public static InputFormat FormatOf(string file)
    {
        if (Directory.Exists(file))
        {
            return InputFormat.Folder;
        }

        Span<byte> head = stackalloc byte[8];
        using (FileStream stream = File.OpenRead(file))
        {
            head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }

        string name = file.ToLowerInvariant();
        bool isJson = name.EndsWith(".json", StringComparison.Ordinal) || name.EndsWith(".jsonl", StringComparison.Ordinal) || name.EndsWith(".ndjson", StringComparison.Ordinal)
            || name.Contains(".json.", StringComparison.Ordinal) || name.Contains(".jsonl.", StringComparison.Ordinal)
            || (name.EndsWith(".stdin", StringComparison.Ordinal) && head.Length > 0 && head[0] is (byte)'{' or (byte)'[');
        return head switch
        {
            [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] => InputFormat.Parquet,
            [(byte)'A', (byte)'R', (byte)'R', (byte)'O', (byte)'W', (byte)'1', ..] or [0xFF, 0xFF, 0xFF, 0xFF, ..] => InputFormat.Arrow,
            [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', ..] => InputFormat.Numpy,
            _ when name.EndsWith(".parquet", StringComparison.Ordinal) => InputFormat.Parquet,
            _ when !isJson => InputFormat.Text,
            _ => CocoReader.LooksLike(file) ? InputFormat.Coco : InputFormat.Json,
        };
    }

    private static string SaveStandardInput(Database database)
    {
        string path = database.NewTemporaryPath(".stdin");
        using Stream input = Console.OpenStandardInput();
        using FileStream output = File.Create(path);
        input.CopyTo(output);
        return path;
    }
}
