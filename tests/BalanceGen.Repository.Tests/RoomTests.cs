using System.Text.RegularExpressions;

namespace BalanceGen.Repository.Tests;

/// <summary>The rooms of the core, and the one way their arrows run.</summary>
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
        ["Reporting"] = ["Classes", "Weights", "Evaluation"],
        ["Batching"] = ["Sampling", "Reporting", "Classes", "Weights"],
        ["Evaluation"] = ["Classes", "Weights"],
        ["Streaming"] = ["Randomness", "Classes", "Weights"],
        ["Loading"] = ["Batching", "Sampling", "Streaming", "Classes", "Weights"],
    };

    public static TheoryData<string> RoomNames() => [.. Rooms.Names];

    [Theory]
    [MemberData(nameof(RoomNames))]
    public void A_room_uses_only_the_rooms_that_its_arrows_point_to(string room)
    {
        Assert.True(MayUse.ContainsKey(room), $"The room {room} has no arrows declared; add it to MayUse in tests/BalanceGen.Repository.Tests/RoomTests.cs.");

        Assert.Empty(Rooms.UsesOf(room).Where(use => !MayUse[room].Contains(use.Room)).Select(use => $"{room}/{use.File} uses {use.Type} of {use.Room}"));
    }

    [Theory]
    [MemberData(nameof(RoomNames))]
    public void A_file_declares_one_type_with_its_name(string room)
    {
        foreach (string file in Rooms.SourceFiles(room))
        {
            // Types at the left margin; nested ones are indented.
            List<string> types = [.. TopLevelDeclaration().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)];
            string type = Assert.Single(types.Distinct());
            Assert.Matches($"^{type}(OfT)?(\\.[A-Za-z0-9]+)?\\.cs$", Path.GetFileName(file));
        }
    }

    [GeneratedRegex(@"^(?:public|internal|file)[a-z ]*? (?:class|struct|interface|enum|record struct|record) ([A-Za-z0-9]+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelDeclaration();
}
