using System.Text.RegularExpressions;

namespace BalanceGen.Tests.Architecture;

/// <summary>The rooms of the runtime library and the one way their arrows run.</summary>
public sealed partial class RoomTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Annotations"] = [],
        ["Randomness"] = [],
        ["CompilerServices"] = ["Annotations", "Classes"],
        ["Classes"] = ["Annotations"],
        ["Weights"] = ["Classes"],
        ["Sampling"] = ["Randomness", "Classes", "Weights", "Reporting"],
        ["Reporting"] = ["Classes", "Weights"],
        ["Batching"] = ["Sampling", "Reporting", "Classes", "Weights"],
        ["Streaming"] = ["Randomness", "Classes", "Weights"],
        ["Loading"] = ["Batching", "Sampling", "Classes", "Weights"],
    };

    private static string Library => Path.Combine(Repository.Root, "src", "BalanceGen");

    public static TheoryData<string> Rooms() => [.. RoomNames()];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_only_the_rooms_that_its_arrows_point_to(string room)
    {
        Assert.True(MayUse.ContainsKey(room), $"The room {room} has no arrows declared.");
        var forbidden = new Dictionary<string, string>();
        foreach (string other in RoomNames().Except(MayUse[room]).Where(other => other != room))
        {
            foreach (string file in SourceFiles(other))
            {
                foreach (Match declaration in Declaration().Matches(WithoutComments(file)))
                {
                    forbidden[declaration.Groups[1].Value] = other;
                }
            }
        }

        List<string> wrong = [];
        foreach (string file in SourceFiles(room))
        {
            string code = WithoutComments(file);
            HashSet<string> own = [.. Declaration().Matches(code).Concat(SimpleProperty().Matches(code)).Select(match => match.Groups[1].Value)];
            foreach (Match word in Identifier().Matches(code))
            {
                if (forbidden.TryGetValue(word.Value, out string? other) && !own.Contains(word.Value))
                {
                    wrong.Add($"{room}/{Path.GetFileName(file)} uses {word.Value} of {other}");
                }
            }
        }

        Assert.Empty(wrong.Distinct());
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_file_declares_one_type_with_its_name(string room)
    {
        foreach (string file in SourceFiles(room))
        {
            // Types at the left margin; nested ones are indented.
            List<string> types = [.. TopLevelDeclaration().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)];
            string type = Assert.Single(types.Distinct());
            Assert.Matches($"^{type}(OfT)?(\\.[A-Za-z0-9]+)?\\.cs$", Path.GetFileName(file));
        }
    }

    /// <summary>Rooms are the folders with source files; packaging and build output have none.</summary>
    private static IEnumerable<string> RoomNames() =>
        Directory.GetDirectories(Library).Select(path => Path.GetFileName(path)).Where(name => name is not ("bin" or "obj") && SourceFiles(name).Any());

    private static IEnumerable<string> SourceFiles(string room) =>
        Directory.EnumerateFiles(Path.Combine(Library, room), "*.cs", SearchOption.AllDirectories);

    private static string WithoutComments(string file) => Comment().Replace(File.ReadAllText(file), "");

    // A name alone on its line is a member of an enumeration, which may be called as a type of another room is (OneHot).
    [GeneratedRegex(@"//[^\n]*|""(\\.|[^""\\\n])*""|^ +[A-Z][A-Za-z0-9]*,$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    /// <summary>A property of a built-in type may have the name of another room's type: an attribute's arguments do.</summary>
    [GeneratedRegex(@"(?:string|bool|int|long|double)\??(?:\[\])? ([A-Z][A-Za-z0-9]*) \{")]
    private static partial Regex SimpleProperty();

    [GeneratedRegex(@"^(?:public|internal)[a-z ]*? (?:class|struct|interface|enum|record struct|record) ([A-Za-z0-9]+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^(?:public|internal|file)[a-z ]*? (?:class|struct|interface|enum|record struct|record) ([A-Za-z0-9]+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelDeclaration();

    // A name before a parenthesis is a method, which may be called as a type of another room is (Batch); only after "new" is it a type.
    [GeneratedRegex(@"(?<![.A-Za-z0-9_])(?:(?<=new )[A-Z][A-Za-z0-9]*|[A-Z][A-Za-z0-9]*(?![A-Za-z0-9]|(?:<[A-Za-z0-9, ]*>)?\())")]
    private static partial Regex Identifier();
}
