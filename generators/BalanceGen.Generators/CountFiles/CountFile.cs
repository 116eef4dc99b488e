namespace BalanceGen.Generators.CountFiles;

/// <summary>A class-count file that the compiler was given.</summary>
/// <param name="Path">Where it is, with slashes.</param>
/// <param name="Dataset">The full name of the record that its rows were counted for when the project was built, or an empty string for a file that a person wrote.</param>
/// <param name="Content">What it says.</param>
internal sealed record CountFile(string Path, string Dataset, ClassCountFile Content)
{
    /// <summary>When the build counted it; empty where that is not known.</summary>
    public string Counted { get; init; } = "";

    /// <summary>Whether the labelled data have changed since.</summary>
    public bool IsOutdated { get; init; }

    /// <summary>The name that messages show.</summary>
    public string Name => Path.Substring(Path.LastIndexOf('/') + 1);

    /// <summary>The end of a path that a name of a user means: slashes, and without the folder that it starts from.</summary>
    public static string Wanted(string name)
    {
        string wanted = name.Replace('\\', '/');
        while (wanted.StartsWith("./", StringComparison.Ordinal))
        {
            wanted = wanted.Substring(2);
        }

        return wanted;
    }

    /// <summary>Whether this is a file of that name, with or without folders. Every record that names a file asks all files, so it allocates nothing.</summary>
    /// <param name="wanted">What <see cref="Wanted"/> made of the name.</param>
    public bool IsNamed(string wanted) => Dataset.Length == 0 && IsEndOf(Path, wanted);

    /// <summary>Whether a path ends with whole parts of a path.</summary>
    public static bool IsEndOf(string path, string wanted)
    {
        int start = path.Length - wanted.Length;
        return wanted.Length > 0
            && path.EndsWith(wanted, StringComparison.Ordinal)
            && (start == 0 || path[start - 1] == '/');
    }
}
