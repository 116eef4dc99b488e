using System.Text.RegularExpressions;

namespace BalanceGen.Repository.Tests;

/// <summary>The rooms of the core and what their files use of each other, read from the source as text.</summary>
internal static partial class Rooms
{
    private static string Library => Path.Combine(BalanceGen.Tests.Repository.Root, "src", "BalanceGen");

    /// <summary>Rooms are the folders with source files; packaging and build output have none.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.GetDirectories(Library)
            .Select(path => Path.GetFileName(path))
            .Where(name => name is not ("bin" or "obj") && SourceFiles(name).Any())
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Every source file of a room.</summary>
    public static IEnumerable<string> SourceFiles(string room) =>
        Directory.EnumerateFiles(Path.Combine(Library, room), "*.cs", SearchOption.AllDirectories);

    /// <summary>What the files of a room use of other rooms: file, type and the room of the type.</summary>
    public static IEnumerable<(string File, string Type, string Room)> UsesOf(string room)
    {
        var others = new Dictionary<string, string>();
        foreach (string other in Names.Where(other => other != room))
        {
            foreach (string file in SourceFiles(other))
            {
                foreach (Match declaration in Declaration().Matches(WithoutComments(file)))
                {
                    others[declaration.Groups[1].Value] = other;
                }
            }
        }

        foreach (string file in SourceFiles(room))
        {
            string code = WithoutComments(file);
            HashSet<string> own = [.. Declaration().Matches(code).Concat(SimpleProperty().Matches(code)).Select(match => match.Groups[1].Value)];
            foreach (string word in Identifier().Matches(code).Select(match => match.Value).Distinct())
            {
                if (others.TryGetValue(word, out string? other) && !own.Contains(word))
                {
                    yield return (Path.GetFileName(file), word, other);
                }
            }
        }
    }

    private static string WithoutComments(string file) => Comment().Replace(File.ReadAllText(file), "");

    // A name alone on its line is a member of an enumeration, which may be called as a type of another room is (OneHot).
    [GeneratedRegex(@"//[^\n]*|""(\\.|[^""\\\n])*""|^ +[A-Z][A-Za-z0-9]*,$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    /// <summary>A property of a built-in type may have the name of another room's type: an attribute's arguments do.</summary>
    [GeneratedRegex(@"(?:string|bool|int|long|double)\??(?:\[\])? ([A-Z][A-Za-z0-9]*) \{")]
    private static partial Regex SimpleProperty();

    [GeneratedRegex(@"^(?:public|internal)[a-z ]*? (?:class|struct|interface|enum|record struct|record) ([A-Za-z0-9]+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    // A name before a parenthesis is a method, which may be called as a type of another room is (Batch); only after "new" is it a type.
    [GeneratedRegex(@"(?<![.A-Za-z0-9_])(?:(?<=new )[A-Z][A-Za-z0-9]*|[A-Z][A-Za-z0-9]*(?![A-Za-z0-9]|(?:<[A-Za-z0-9, ]*>)?\())")]
    private static partial Regex Identifier();
}
