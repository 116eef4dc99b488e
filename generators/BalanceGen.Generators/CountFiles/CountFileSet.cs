namespace BalanceGen.Generators.CountFiles;

/// <summary>The class-count files of a compilation. Files that people wrote are found by their names, and files that the build counted by their record.</summary>
internal sealed class CountFileSet
{
    private readonly PathIndex<CountFile> _written;
    private readonly Dictionary<string, CountFile> _counted = new(StringComparer.Ordinal);

    public CountFileSet(IEnumerable<CountFile> files)
    {
        var written = new List<CountFile>();
        foreach (CountFile file in files)
        {
            if (file.Dataset.Length == 0)
            {
                written.Add(file);
            }
            else if (file.Dataset.Replace('+', '.') is var dataset && !_counted.ContainsKey(dataset))
            {
                _counted.Add(dataset, file);
            }
        }

        _written = new PathIndex<CountFile>(written, file => file.Path);
    }

    /// <summary>The full names of the records that the build has counted data for.</summary>
    public IReadOnlyCollection<string> CountedDatasets => _counted.Keys;

    /// <summary>The files that a name in an attribute may mean.</summary>
    public IReadOnlyList<CountFile> Named(string name) => _written.Named(name);

    /// <summary>What the build counted for a record, or null.</summary>
    /// <param name="fullName">Its full name, with a dot before nested types.</param>
    public CountFile? CountedFor(string fullName) => _counted.TryGetValue(fullName, out CountFile? file) ? file : null;
}
