namespace BalanceGen.Generators.CountFiles;

/// <summary>A class-count file that the compiler was given.</summary>
/// <param name="Path">Where it is, with slashes.</param>
/// <param name="Metadata">What the build says of it.</param>
/// <param name="Content">What it says.</param>
internal sealed record CountFile(string Path, CountFileMetadata Metadata, ClassCountFile Content)
{
    /// <summary>The full name of the record that its rows were counted for when the project was built, or an empty string for a file that a person wrote.</summary>
    public string Dataset => Metadata.Dataset;

    /// <summary>The name that messages show.</summary>
    public string Name => Path.Substring(Path.LastIndexOf('/') + 1);
}
