namespace BalanceGen.Generators.CountFiles;

/// <summary>A class-count file that the compiler was given.</summary>
/// <param name="Path">Where it is, with slashes.</param>
/// <param name="Dataset">The full name of the record that its rows were counted for when the project was built, or an empty string for a file that a person wrote.</param>
/// <param name="Content">What it says.</param>
internal sealed record CountFile(string Path, string Dataset, ClassCountFile Content)
{
    /// <summary>The name that messages show.</summary>
    public string Name => Path.Substring(Path.LastIndexOf('/') + 1);

    /// <summary>Whether a name, with or without folders, means this file.</summary>
    public bool IsNamed(string name)
    {
        string wanted = name.Replace('\\', '/');
        while (wanted.StartsWith("./", System.StringComparison.Ordinal))
        {
            wanted = wanted.Substring(2);
        }

        return Dataset.Length == 0
            && wanted.Length > 0
            && (Path == wanted || Path.EndsWith("/" + wanted, System.StringComparison.Ordinal));
    }
}
