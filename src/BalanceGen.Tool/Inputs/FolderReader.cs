using BalanceGen.Counting;

namespace BalanceGen.Tool.Inputs;

/// <summary>
/// A folder of images. Without a pattern the class is the directory below the folder, as ImageFolder of torchvision has it; directories named train,
/// val or test are splits, with the classes below them. With a pattern the class is a part of the file's name.
/// </summary>
internal static class FolderReader
{
    public static LabelledInput Open(IReadOnlyList<string> files, InputOptions options, Database database)
    {
        string root = Path.TrimEndingDirectorySeparator(files[0]);
        string[] top = [.. Directory.EnumerateDirectories(root).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
        bool hasSplits = FolderNames.AreSplits(top);
        int depth = hasSplits ? 1 : 0;
        string name = database.NewTableName("files");
        var classes = new SortedSet<string>(StringComparer.Ordinal);
        int count = 0;
        using (var table = new TemporaryTable(database, name, ["file", "split", "label"]))
        {
            foreach (string path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                string relative = Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
                string[] parts = relative.Split('/');
                if (options.Pattern is not null || (FolderNames.IsImage(path) && parts.Length > depth + 1))
                {
                    table.Add(relative, hasSplits && parts.Length > 1 ? parts[0] : null, options.Pattern is null ? parts[depth] : relative);
                    count++;
                }
            }
        }

        if (options.Pattern is null)
        {
            // A directory without an image is a class without rows.
            IEnumerable<string> parents = hasSplits ? top.Select(split => Path.Combine(root, split)) : [root];
            foreach (string directory in parents.SelectMany(Directory.EnumerateDirectories))
            {
                classes.Add(Path.GetFileName(directory)!);
            }
        }

        if (count == 0)
        {
            throw new InputException(
                "no image lies in a directory that could be its class",
                root,
                advice: @"put every class into a directory of its own, or say how names tell the class: --pattern '^(?<label>.+)_\d+\.jpg$'");
        }

        string label = options.Pattern is { } pattern ? NamePattern.ToSql("label", pattern) : "label";
        string[] columns = hasSplits ? ["file", "split", "label"] : ["file", "label"];
        string how = options.Pattern is null ? "the class is the directory" : "the class is a part of the name";
        return new TableInput(
            $"a folder of files, {how}{(hasSplits ? $", splits {string.Join(", ", top)}" : "")}",
            [root],
            new Relation($"(SELECT {Sql.Names(columns)} FROM {name})", columns, $"nullif({label}, '')", ["label"]),
            database)
        {
            LabelName = options.Pattern is null ? "directory" : "file name",
            Separator = options.Separator,
            DeclaredClasses = classes.Count > 0 ? [.. classes] : null,
        };
    }
}
