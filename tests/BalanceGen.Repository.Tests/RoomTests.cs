using System.Text.RegularExpressions;

namespace BalanceGen.Repository.Tests;

/// <summary>The rooms of every project, and the one way their arrows run.</summary>
public sealed partial class RoomTests
{
    private static readonly Dictionary<string, Dictionary<string, string[]>> MayUse = new()
    {
        ["BalanceGen"] = new()
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
        },
        ["BalanceGen.Counting"] = new()
        {
            ["Stamps"] = [],
            ["Formats"] = ["Stamps"],
        },
        ["BalanceGen.Files"] = new()
        {
            ["Columns"] = [],
            ["Raw"] = [],
            ["Text"] = [],
        },
        ["BalanceGen.Generators"] = new()
        {
            ["Rules"] = [],
            ["Infrastructure"] = [],
            ["Model"] = ["Infrastructure"],
            ["CountFiles"] = ["Infrastructure", "Model"],
            ["ClassLists"] = ["Infrastructure", "Model", "CountFiles"],
            ["Parsing"] = ["Rules", "Infrastructure", "Model", "CountFiles", "ClassLists"],
            ["Emit"] = ["Rules", "Infrastructure", "Model"],
            ["Diagnostics"] = ["Rules", "Infrastructure", "Model", "CountFiles", "ClassLists", "Parsing"],
        },
        ["BalanceGen.ML"] = new()
        {
            ["Errors"] = [],
            ["Rows"] = ["Errors"],
            ["Labels"] = ["Errors", "Rows"],
            ["Views"] = ["Errors", "Labels", "Rows"],
            ["Frames"] = ["Errors", "Labels", "Rows"],
            ["Evaluation"] = ["Errors", "Labels", "Views"],
        },
        ["BalanceGen.Sharding"] = new()
        {
            ["Errors"] = [],
            ["Sql"] = ["Errors"],
            ["Storage"] = ["Errors"],
            ["Shards"] = ["Errors", "Storage"],
            ["Indexing"] = ["Errors", "Shards", "Storage"],
            ["Collectives"] = ["Errors", "Storage"],
            ["Windowed"] = ["Shards"],
            ["Sampling"] = ["Collectives", "Shards", "Windowed"],
            ["Loading"] = ["Sampling", "Shards"],
        },
        ["BalanceGen.Tool"] = new()
        {
            ["Errors"] = [],
            ["Output"] = [],
            ["Tables"] = ["Errors", "Output"],
            ["Inputs"] = ["Errors", "Output", "Tables"],
            ["Labels"] = ["Errors", "Inputs", "Output", "Tables"],
            ["Analysis"] = ["Errors", "Inputs", "Labels", "Output", "Tables"],
            ["Sampling"] = ["Errors", "Inputs", "Labels", "Output", "Tables"],
            ["Plots"] = ["Analysis", "Output"],
            ["Reports"] = ["Analysis", "Labels", "Output", "Plots", "Sampling"],
            ["Projects"] = ["Errors", "Inputs", "Labels", "Output", "Tables"],
            ["Commands"] = ["Analysis", "Errors", "Inputs", "Labels", "Output", "Projects", "Reports", "Sampling", "Tables"],
        },
    };

    public static TheoryData<string, string> RoomNames()
    {
        var data = new TheoryData<string, string>();
        foreach (ProjectRooms project in ProjectRooms.All)
        {
            foreach (string room in project.Names)
            {
                data.Add(project.Name, room);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(RoomNames))]
    public void A_room_uses_only_the_rooms_that_its_arrows_point_to(string project, string room)
    {
        string[]? allowed = MayUse.GetValueOrDefault(project)?.GetValueOrDefault(room);
        Assert.True(allowed is not null, $"The room {room} of {project} has no arrows declared; add it to MayUse in tests/BalanceGen.Repository.Tests/RoomTests.cs.");

        Assert.Empty(ProjectRooms.Of(project).UsesOf(room).Where(use => !allowed.Contains(use.Room)).Select(use => $"{room}/{use.File} uses {use.Type} of {use.Room}"));
    }

    /// <summary>Two rooms that use each other are one.</summary>
    [Fact]
    public void Declared_arrows_run_one_way()
    {
        foreach ((string project, Dictionary<string, string[]> arrows) in MayUse)
        {
            HashSet<string> below = [];
            while (arrows.Keys.Except(below).FirstOrDefault(room => arrows[room].All(below.Contains)) is { } next)
            {
                below.Add(next);
            }

            Assert.True(below.Count == arrows.Count, $"Arrows of {project} run in a circle: {string.Join(", ", arrows.Keys.Except(below))}.");
        }
    }

    [Theory]
    [MemberData(nameof(RoomNames))]
    public void A_file_declares_one_type_with_its_name(string project, string room)
    {
        // What the older framework lacks stands in one file.
        foreach (string file in ProjectRooms.Of(project).SourceFiles(room).Where(file => Path.GetFileName(file) != "Polyfills.cs"))
        {
            // Types at the left margin; nested ones are indented.
            List<string> types = [.. TopLevelDeclaration().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)];
            string type = Assert.Single(types.Distinct());
            Assert.Matches($"^{type}(OfT)?(\\.[A-Za-z0-9]+)?\\.cs$", Path.GetFileName(file));
        }
    }

    [GeneratedRegex(@"^(?:public|internal|file)[a-z ]*? (?:class|struct|interface|enum|record struct|record|delegate [A-Za-z]+) ([A-Za-z0-9]+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelDeclaration();
}
