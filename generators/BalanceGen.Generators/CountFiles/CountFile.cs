namespace BalanceGen.Generators.CountFiles;

/// <summary>A class-count file that the compiler was given.</summary>
/// <param name="Path">Where it is, with slashes.</param>
/// <param name="Dataset">The full name of the record that its rows were counted for when the project was built, or an empty string for a file that a person wrote.</param>
/// <param name="Content">What it says.</param>
internal sealed record CountFile(string Path, string Dataset, ClassCountFile Content)
{
    /// <summary>The time when the build counted it. Empty if that is not known.</summary>
    public string Counted { get; init; } = "";

    /// <summary>Whether the labelled data have changed since.</summary>
    public bool IsOutdated { get; init; }

    /// <summary>The name that messages show.</summary>
    public string Name => Path.Substring(Path.LastIndexOf('/') + 1);
}
