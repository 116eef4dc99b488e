namespace BalanceGen.Generators.CountFiles;

/// <summary>
/// Files by the name that a user gives them, with or without folders. A project with a thousand records has a thousand files, and after an edit of one of them every
/// record asks again.
/// </summary>
internal sealed class PathIndex<T>
{
    private readonly Dictionary<string, List<(string Path, T File)>> _byName = new(StringComparer.Ordinal);

    /// <param name="files">The files.</param>
    /// <param name="path">Where a file is, with slashes.</param>
    public PathIndex(IEnumerable<T> files, Func<T, string> path)
    {
        foreach (T file in files)
        {
            string name = LastPart(path(file));
            if (!_byName.TryGetValue(name, out List<(string, T)>? same))
            {
                _byName.Add(name, same = []);
            }

            same.Add((path(file), file));
        }
    }

    /// <summary>The files that a name may mean, in the order in which the compiler was given them.</summary>
    /// <param name="name">A file name, or the end of a path.</param>
    public IReadOnlyList<T> Named(string name)
    {
        string wanted = GivenPath.Wanted(name);
        var found = new List<T>();
        if (_byName.TryGetValue(LastPart(wanted), out List<(string Path, T File)>? same))
        {
            foreach ((string path, T file) in same)
            {
                if (GivenPath.IsEndOf(path, wanted))
                {
                    found.Add(file);
                }
            }
        }

        return found;
    }

    private static string LastPart(string path) => path.Substring(path.LastIndexOf('/') + 1);
}
