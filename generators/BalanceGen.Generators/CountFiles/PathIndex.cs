namespace BalanceGen.Generators.CountFiles;

/// <summary>
/// Finds files by the name that a user gives them, with or without folders. A project with a thousand records has a thousand files, and after an edit of one of them
/// every record asks again.
/// </summary>
internal sealed class PathIndex<T>
{
    private readonly Dictionary<string, Entry> _byName;

    /// <param name="files">The files.</param>
    /// <param name="path">Where a file is, with slashes.</param>
    public PathIndex(IEnumerable<T> files, Func<T, string> path)
    {
        _byName = new Dictionary<string, Entry>((files as IReadOnlyCollection<T>)?.Count ?? 0, StringComparer.Ordinal);
        foreach (T file in files)
        {
            string where = path(file);
            string name = LastPart(where);
            if (!_byName.TryGetValue(name, out Entry? same))
            {
                _byName.Add(name, new Entry(where, file));
                continue;
            }

            while (same.Next is not null)
            {
                same = same.Next;
            }

            same.Next = new Entry(where, file);
        }
    }

    /// <summary>The files that a name may mean, in the order in which the compiler was given them.</summary>
    /// <param name="name">A file name, or the end of a path.</param>
    public IReadOnlyList<T> Named(string name)
    {
        string wanted = GivenPath.Wanted(name);
        if (!_byName.TryGetValue(LastPart(wanted), out Entry? same))
        {
            return [];
        }

        List<T>? found = null;
        for (; same is not null; same = same.Next)
        {
            if (GivenPath.IsEndOf(same.Path, wanted))
            {
                (found ??= new List<T>(1)).Add(same.File);
            }
        }

        return found is null ? [] : found;
    }

    private static string LastPart(string path) => path.Substring(path.LastIndexOf('/') + 1);

    /// <summary>A file, and the next of the same name.</summary>
    private sealed class Entry(string path, T file)
    {
        public string Path { get; } = path;

        public T File { get; } = file;

        public Entry? Next { get; set; }
    }
}
