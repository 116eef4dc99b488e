namespace BalanceGen.Classes;

/// <summary>A class-count file is damaged, or has labels that are not classes.</summary>
public sealed class ClassCountFileException : BalanceGenException
{
    private const int MostNamed = 10;

    internal ClassCountFileException(string file, int line, IReadOnlyList<string> problems)
        : base(Describe(file, problems))
    {
        File = file;
        Line = line;
        Problems = problems;
    }

    /// <summary>The file, as it was given.</summary>
    public string File { get; }

    /// <summary>The line of the first problem (1-based).</summary>
    public int Line { get; }

    /// <summary>All problems, each with its line and the offending text; after 100 damaged lines reading stops.</summary>
    public IReadOnlyList<string> Problems { get; }

    private static string Describe(string file, IReadOnlyList<string> problems)
    {
        string rest = problems.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $"; and {problems.Count - MostNamed} more") : "";
        return $"The counts cannot be read from '{file}': {string.Join("; ", problems.Take(MostNamed))}{rest}.";
    }
}
