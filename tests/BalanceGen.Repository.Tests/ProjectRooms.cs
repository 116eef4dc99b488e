using System.Text.RegularExpressions;

namespace BalanceGen.Repository.Tests;

/// <summary>The rooms of a project and what their files use of each other, read from the source as text.</summary>
/// <remarks>The files at the top of a project are its front: what a user meets, and what starts the rest. It may use all rooms, and they may use it.</remarks>
internal sealed partial class ProjectRooms
{
    private readonly string _folder;

    private ProjectRooms(string folder)
    {
        _folder = folder;
        Name = Path.GetFileName(folder);

        // Rooms are the folders with source files; packaging and build output have none.
        Names =
        [
            .. Directory.GetDirectories(folder)
                .Select(path => Path.GetFileName(path))
                .Where(name => name is not ("bin" or "obj") && SourceFiles(name).Any())
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Every project of src and generators that has more than one room.</summary>
    public static IReadOnlyList<ProjectRooms> All { get; } =
    [
        .. from top in (string[])["generators", "src"]
           from folder in Directory.GetDirectories(Path.Combine(BalanceGen.Tests.Repository.Root, top))
           let project = new ProjectRooms(folder)
           where project.Names.Count > 1
           orderby project.Name
           select project,
    ];

    /// <summary>The core.</summary>
    public static ProjectRooms Core => Of("BalanceGen");

    /// <summary>The name of the project.</summary>
    public string Name { get; }

    /// <summary>The names of its rooms, in ordinal order.</summary>
    public IReadOnlyList<string> Names { get; }

    public static ProjectRooms Of(string project) => All.Single(rooms => rooms.Name == project);

    /// <summary>Every source file of a room.</summary>
    public IEnumerable<string> SourceFiles(string room) => Directory.EnumerateFiles(Path.Combine(_folder, room), "*.cs", SearchOption.AllDirectories);

    /// <summary>What the files of a room use of other rooms: file, type and the room of the type.</summary>
    public IEnumerable<(string File, string Type, string Room)> UsesOf(string room)
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
            HashSet<string> own = [.. Declaration().Matches(code).Concat(MemberOfOtherType().Matches(code)).Select(match => match.Groups[1].Value)];
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

    /// <summary>A member of a built-in type, or a field, may have the name of another room's type: an attribute's arguments do.</summary>
    [GeneratedRegex(@"(?:(?:string|bool|int|long|double)>?\??(?:\[\])?|readonly [A-Za-z]+) ([A-Z][A-Za-z0-9]*)(?= [{=]|[,);])")]
    private static partial Regex MemberOfOtherType();

    [GeneratedRegex(@"^(?:public|internal)[a-z ]*? (?:class|struct|interface|enum|record struct|record|delegate [A-Za-z]+) ([A-Za-z0-9]+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    // A name before a parenthesis is a method, which may be called as a type of another room is (Batch); only after "new" is it a type.
    [GeneratedRegex(@"(?<![.A-Za-z0-9_])(?:(?<=new )[A-Z][A-Za-z0-9]*|[A-Z][A-Za-z0-9]*(?![A-Za-z0-9]|(?:<[A-Za-z0-9, ]*>)?\())")]
    private static partial Regex Identifier();
}
