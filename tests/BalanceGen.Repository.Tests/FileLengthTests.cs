namespace BalanceGen.Repository.Tests;

/// <summary>A file is short enough to be read at once.</summary>
public sealed class FileLengthTests
{
    private const int MostLines = 300;

    /// <summary>Longer files, and why.</summary>
    private static readonly Dictionary<string, string> Longer = new()
    {
        ["tests/BalanceGen.Generators.Tests/Training/CountsOfStrangers.cs"] = "A list of snippets; none is read together with another.",
        ["tests/BalanceGen.Generators.Tests/Training/UnguardedCountDivision.cs"] = "A list of snippets; none is read together with another.",
    };

    private static readonly string Root = BalanceGen.Tests.Repository.Root;

    [Fact]
    public void No_file_has_more_than_300_lines()
    {
        string[] tooLong =
        [
            .. from file in SourceFiles()
               where !Longer.ContainsKey(file)
               let lines = LinesOf(file)
               where lines > MostLines
               select $"{file} has {lines} lines, more than {MostLines}. Divide it where one thing ends and another begins: a type of its own, or a part with a name.",
        ];

        Assert.True(tooLong.Length == 0, string.Join('\n', tooLong));
    }

    [Fact]
    public void What_may_be_longer_is_longer()
    {
        Assert.Equal([], Longer.Keys.Except(SourceFiles()));
        Assert.All(Longer.Keys, file => Assert.True(LinesOf(file) > MostLines, $"{file} has {LinesOf(file)} lines: remove it from FileLengthTests.Longer."));
    }

    private static int LinesOf(string file) => File.ReadLines(Path.Combine(Root, file)).Count();

    private static IEnumerable<string> SourceFiles() =>
        from folder in (string[])["src", "generators", "tests", "samples"]
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/')
        where !path.Split('/').Any(part => part is "bin" or "obj" or "StrykerOutput")
        select path;
}
