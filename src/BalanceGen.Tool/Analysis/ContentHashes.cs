using System.Security.Cryptography;

namespace BalanceGen.Tool.Analysis;

/// <summary>The content of files as tables of file and hash.</summary>
internal static class ContentHashes
{
    /// <summary>A table for each folder, with its files in the order of its rows. Only files of equal length can be equal: the others are not read, and have no hash.</summary>
    public static string[] Tables(Database database, IReadOnlyList<(string Root, Relation Rows)> folders, ProgressLine? progress, CancellationToken cancellation)
    {
        List<string>[] files = [.. folders.Select(folder => database.Texts($"SELECT file FROM {folder.Rows.From}", cancellation))];
        long LengthOf(int folder, string file) => new FileInfo(Path.Combine(folders[folder].Root, file)).Length;
        Dictionary<long, int> repeated = files.SelectMany((some, folder) => some.Select(file => LengthOf(folder, file))).CountBy(length => length).Where(pair => pair.Value > 1).ToDictionary();
        int done = 0, total = repeated.Values.Sum();
        var names = new string[folders.Count];
        for (int folder = 0; folder < names.Length; folder++)
        {
            names[folder] = database.NewTableName("content");
            using var table = new TemporaryTable(database, names[folder], ["file", "hash"]);
            foreach (string file in files[folder])
            {
                cancellation.ThrowIfCancellationRequested();
                if (!repeated.ContainsKey(LengthOf(folder, file)))
                {
                    table.Add(file, null);
                    continue;
                }

                using FileStream stream = File.OpenRead(Path.Combine(folders[folder].Root, file));
                table.Add(file, Convert.ToHexString(SHA256.HashData(stream)));
                progress?.Report(++done, total, "files");
            }
        }

        return names;
    }
}
