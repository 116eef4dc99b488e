namespace BalanceGen.Generators.CountFiles;

/// <summary>What the build says of a class-count file.</summary>
/// <param name="Dataset">The full name of the record that the build counted it for, or an empty string for a file that a person wrote.</param>
/// <param name="Counted">When the build counted it, to the minute; empty where that is not known, and in every build that compiles: its output has no date in it.</param>
/// <param name="IsOutdated">Whether the labelled data have changed since, as a build for the editor finds out.</param>
internal sealed record CountFileMetadata(string Dataset, string Counted, bool IsOutdated);
