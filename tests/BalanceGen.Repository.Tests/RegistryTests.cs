using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BalanceGen.CompilerServices;
using BalanceGen.Sampling;

namespace BalanceGen.Repository.Tests;

/// <summary>A weighting scheme or a sampler has its row in every list of its kind; the message names the file to edit.</summary>
public sealed class RegistryTests
{
    /// <summary>Where each weighting scheme is named, and what its row there is.</summary>
    private static readonly (string File, string Row)[] OfSchemes =
    [
        ("tests/BalanceGen.Tests/Weights/ClassWeightsSchemeTests.cs", "an entry of Scheme: every zero-count policy, counts near the limits"),
        ("tests/BalanceGen.Tests/Weights/WeightErrorTests.cs", "an entry of Schemes: what the error of an empty class says"),
        ("tests/BalanceGen.Tests/NullArgumentTests.cs", "a line for each argument that must not be null"),
        ("src/BalanceGen.Tool/Analysis/WeightScheme.cs", "a line of the table: the command balancegen weights"),
        ("tests/BalanceGen.Generators.Tests/Diagnostics/EmptyClassUsedTests.cs", "a line of What_is_reported_throws"),
        ("tests/BalanceGen.Generators.Tests/Diagnostics/DoubleCorrectionTests.cs", "a line of Every_scheme_that_favours_rare_classes_is_seen"),
    ];

    /// <summary>Where each sampler is named.</summary>
    private static readonly (string File, string Row)[] OfSamplers =
    [
        ("docs/samplers/README.md", "a row of the table: class shares, rows of a class, when to use it"),
        ("tests/BalanceGen.Tests/Sampling/Samplers.cs", "a kind: the contract of samplers, golden draws and plans follow from it"),
        ("tests/BalanceGen.Tests/Sampling/SamplerOptions.cs", "a pair for each option that changes the draws"),
        ("tests/BalanceGen.Tests/Batching/SubsetOfSplitTests.Members.cs", "a line: it draws from its subset only"),
        ("tests/BalanceGen.Tests/Sampling/SamplerErrorTests.cs", "lines: null, numbers outside their range, empty data"),
        ("tests/BalanceGen.Benchmarks/ComparisonCases.cs", "a case: how fast it fills"),
    ];

    private static readonly (string File, string Row)[] OfPlaceSamplers =
    [
        ("docs/samplers/README.md", "a row of the table: class shares, rows of a class, when to use it"),
        ("docs/samplers/place-samplers.md", "a part with its name as the heading"),
        ("tests/BalanceGen.Tests/Sampling/PlaceSamplerTests.cs", "a kind"),
    ];

    /// <summary>What has no row somewhere, and why.</summary>
    private static readonly Dictionary<(string Name, string File), string> Without = new()
    {
        [("ImportanceCorrection", "src/BalanceGen.Tool/Analysis/WeightScheme.cs")] = "It needs two distributions; the command knows the counts of one file.",
        [("EpochLengthSampler", "tests/BalanceGen.Tests/Sampling/Samplers.cs")] = "Its kind is made by WithEpochLengths.",
        [("EpochLengthSampler", "tests/BalanceGen.Tests/Batching/SubsetOfSplitTests.Members.cs")] = "It draws from another sampler, not from an index.",
        [("EpochLengthSampler", "tests/BalanceGen.Tests/Sampling/SamplerErrorTests.cs")] = "WithEpochLengths checks the lengths; EpochLengthTests has what it refuses.",
        [("EpochLengthSampler", "tests/BalanceGen.Benchmarks/ComparisonCases.cs")] = "It fills as the sampler does that it was made from.",
        [("SequentialSampler", "tests/BalanceGen.Benchmarks/ComparisonCases.cs")] = "It counts up.",
        [("InterleavedSampler", "tests/BalanceGen.Tests/Batching/SubsetOfSplitTests.Members.cs")] = "It draws from other samplers, not from an index.",
    };

    private static MethodInfo[] Schemes =>
    [
        .. typeof(ClassWeights).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => method.ReturnType == typeof(ClassWeights) && method.GetParameters()[0].ParameterType == typeof(ClassCounts)),
    ];

    public static TheoryData<string> SchemeNames() => [.. Schemes.Select(scheme => scheme.Name).Distinct()];

    public static TheoryData<string> SamplerNames() => [.. Types(typeof(Sampler)).Except([nameof(SamplerShard)])];

    public static TheoryData<string> PlaceSamplerNames() => [.. Types(typeof(PlaceSampler)).Except([nameof(PlaceSamplerShard)])];

    [Theory]
    [MemberData(nameof(SchemeNames))]
    public void A_weighting_scheme_is_in_every_list_of_schemes(string name) => AssertListed(name, OfSchemes);

    [Theory]
    [MemberData(nameof(SamplerNames))]
    public void A_sampler_is_in_every_list_of_samplers(string name) => AssertListed(name, OfSamplers);

    [Theory]
    [MemberData(nameof(PlaceSamplerNames))]
    public void A_place_sampler_is_in_every_list_of_place_samplers(string name) => AssertListed(name, OfPlaceSamplers);

    [Theory]
    [MemberData(nameof(SchemeNames))]
    public void A_weighting_scheme_has_a_row_in_each_table_of_its_page(string name)
    {
        string page = File.ReadAllText(Path.Combine(BalanceGen.Tests.Repository.Root, "docs", "weights.md"));
        string[] missing =
        [
            .. from heading in (string[])["Formulas", "A class without rows", "Sources and equivalents"]
               let part = page.Split($"\n## {heading}\n")[1].Split("\n## ")[0]
               where !Regex.IsMatch(part, $@"^\|[^|]*\b{name}\b", RegexOptions.Multiline)
               select heading,
        ];

        Assert.True(missing.Length == 0, $"docs/weights.md lacks a row of {name} under: {string.Join(", ", missing)}.");
    }

    /// <summary>BALG0213 reads the range.</summary>
    [Fact]
    public void A_number_of_a_weighting_scheme_has_its_range()
    {
        string[] silent =
        [
            .. from scheme in Schemes
               from parameter in scheme.GetParameters()
               where parameter.ParameterType.IsPrimitive && !parameter.IsDefined(typeof(ValueRangeAttribute))
               select $"{scheme.Name}({parameter.Name})",
        ];

        Assert.True(silent.Length == 0, $"src/BalanceGen/Weights: {string.Join(", ", silent)} has no [ValueRange].");
    }

    /// <summary>Logarithms and powers of the system differ between machines in the last bit, and so would weights.</summary>
    [Fact]
    public void Weights_are_computed_by_functions_that_are_the_same_on_every_machine()
    {
        string folder = Path.Combine(BalanceGen.Tests.Repository.Root, "src", "BalanceGen", "Weights");
        string[] wrong =
        [
            .. from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
               where Path.GetFileName(file) != "PortableMath.cs"
               from Match call in Regex.Matches(File.ReadAllText(file), @"(?<!Portable)Math\.(Log\w*|Pow|Exp\w*|Cbrt)\(")
               select $"{Path.GetFileName(file)}: {call.Value[..^1]}",
        ];

        Assert.True(wrong.Length == 0, $"Use PortableMath in src/BalanceGen/Weights: {string.Join(", ", wrong)}.");
    }

    /// <summary>A user never needs to read the code: what a scheme throws is in its XML docs.</summary>
    [Fact]
    public void A_weighting_scheme_documents_what_it_throws()
    {
        XElement[] documented =
        [
            .. XDocument.Load(Path.ChangeExtension(typeof(ClassWeights).Assembly.Location, ".xml")).Descendants("member")
                .Where(member => Schemes.Any(scheme => ((string)member.Attribute("name")!).StartsWith($"M:BalanceGen.ClassWeights.{scheme.Name}(", StringComparison.Ordinal))),
        ];
        string[] silent = [.. documented.Where(member => !member.Elements("exception").Any()).Select(member => (string)member.Attribute("name")!)];

        Assert.InRange(documented.Length, Schemes.Length, 2 * Schemes.Length);
        Assert.True(silent.Length == 0, $"src/BalanceGen/Weights: no <exception> in the XML docs of {string.Join(", ", silent)}.");
    }

    /// <summary>BALG0203 sees from the attribute that weights and sampler correct the same imbalance.</summary>
    [Fact]
    public void A_weighting_scheme_says_that_it_corrects_the_imbalance()
    {
        string[] silent = [.. Schemes.Where(scheme => scheme.Name != nameof(ClassWeights.ImportanceCorrection) && !scheme.IsDefined(typeof(CorrectsImbalanceAttribute))).Select(scheme => scheme.Name)];

        Assert.True(silent.Length == 0, $"src/BalanceGen/Weights: {string.Join(", ", silent)} has no [CorrectsImbalance].");
    }

    [Fact]
    public void What_has_no_row_is_still_there()
    {
        IEnumerable<string> names = [.. SchemeNames(), .. SamplerNames(), .. PlaceSamplerNames()];

        Assert.Empty(Without.Keys.Select(without => without.Name).Except(names));
        Assert.DoesNotContain(Without.Keys, without => IsNamed(without.Name, without.File));
    }

    /// <summary>Of all libraries: a sampler of another package has its rows too.</summary>
    private static IEnumerable<string> Types(Type family) =>
        Package.All.Where(package => package.IsLibrary).SelectMany(package => package.Assembly.GetExportedTypes()).Where(type => type.IsSubclassOf(family) && !type.IsAbstract).Select(type => type.Name);

    private static void AssertListed(string name, (string File, string Row)[] lists)
    {
        IEnumerable<string> missing = lists.Where(list => !Without.ContainsKey((name, list.File)) && !IsNamed(name, list.File)).Select(list => $"{list.File} lacks {name}. Add {list.Row}.");

        Assert.True(!missing.Any(), string.Join('\n', missing));
    }

    /// <summary>In a page a row of a table or a heading names it; in code more than a comment does.</summary>
    private static bool IsNamed(string name, string file)
    {
        bool isPage = file.EndsWith(".md", StringComparison.Ordinal);
        return File.ReadLines(Path.Combine(BalanceGen.Tests.Repository.Root, file))
            .Select(line => isPage ? (line.StartsWith('|') || line.StartsWith('#') ? line : "") : line.Split("//")[0])
            .Any(line => Regex.IsMatch(line, $@"\b{name}\b"));
    }
}
