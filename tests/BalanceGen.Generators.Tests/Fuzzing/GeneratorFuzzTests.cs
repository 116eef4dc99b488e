using System.Globalization;
using Xunit.Abstractions;

namespace BalanceGen.Generators.Tests.Fuzzing;

/// <summary>No C# breaks the generator or an analyzer.</summary>
/// <remarks>BALANCEGEN_FUZZ_COMPILATIONS, BALANCEGEN_FUZZ_SEED and BALANCEGEN_FUZZ_FIRST make a long run of it, or a part of one: see CONTRIBUTING.md.</remarks>
public sealed class GeneratorFuzzTests(ITestOutputHelper log)
{
    private const int FailuresShown = 20;

    private static readonly int Compilations = Setting("BALANCEGEN_FUZZ_COMPILATIONS", 200);

    private static readonly int First = Setting("BALANCEGEN_FUZZ_FIRST", 0);

    private static readonly int Seed = Setting("BALANCEGEN_FUZZ_SEED", 20_261_124);

    [Fact]
    public async Task Seeds_are_completed_or_reported()
    {
        var oracle = new FuzzOracle();
        foreach (string source in LabelSeeds.All.Concat(ShapeSeeds.All))
        {
            FuzzOutcome outcome = await oracle.JudgeAsync(source);

            Assert.True(outcome.Problem is null, $"{outcome.Problem}\n{source}");
            Assert.True(outcome.Emitted > 0, source);
        }
    }

    /// <summary>Only the analyzers can see a type that is generated: a label of that type is no reason for them to be silent.</summary>
    [Fact]
    public async Task A_label_of_a_generated_type_is_reported_by_the_analyzers_alone()
    {
        FuzzOutcome outcome = await new FuzzOracle().JudgeAsync("""
            using BalanceGen;
            [BalancedDataset] public partial record struct Cat([ClassLabel] bool IsCat);
            [BalancedDataset] public partial record struct Other([ClassLabel] Cat.Classes.Indexer Label);
            """);

        Assert.Null(outcome.Problem);
        Assert.Equal(1, outcome.Emitted);
    }

    [Fact]
    public async Task Mutated_source_is_completed_or_reported_and_nothing_throws()
    {
        var oracle = new FuzzOracle();
        var donors = new Donors(FuzzSeeds.Annotated);
        var failures = new Dictionary<string, string>();
        (int Emitted, int Refused, int Compiling) sum = default;
        for (int iteration = First; iteration < First + Compilations && failures.Count < FailuresShown; iteration++)
        {
            string source = Mutated(donors, iteration);
            FuzzOutcome outcome = await oracle.JudgeAsync(source);
            sum = (sum.Emitted + outcome.Emitted, sum.Refused + outcome.Refused, sum.Compiling + (outcome.Compiles ? 1 : 0));
            if (outcome.Problem is { } problem)
            {
                // One of a kind is enough to see what is wrong.
                failures.TryAdd(
                    problem.Split('\n')[0].Split(": ") is { Length: > 2 } parts ? parts[^1] : problem,
                    $"seed {Seed}, iteration {iteration}: {problem}\n--- source\n{source}\n---");
            }
        }

        log.WriteLine($"{Compilations} compilations of seed {Seed} from iteration {First}, {sum.Compiling} of them without errors; {sum.Emitted} types completed, {sum.Refused} reported.");
        Assert.True(failures.Count == 0, string.Join("\n\n", failures.Values));

        // Each outcome is common, or the test would say little; one compilation that is looked at has one.
        Assert.True(Compilations < 100 || (sum.Emitted > Compilations / 4 && sum.Refused > Compilations / 4 && sum.Compiling > Compilations / 20));
    }

    /// <summary>Depends on the seed and the number alone, so that one iteration can be looked at without those before it.</summary>
    private static string Mutated(Donors donors, int iteration)
    {
        var random = new Random(unchecked((Seed * 1_000_003) + iteration));
        IReadOnlyList<string> seeds = random.Next(10) == 0 ? FuzzSeeds.Plain : FuzzSeeds.Annotated;
        return new SourceMutator(donors, random).Mutate(seeds[random.Next(seeds.Count)]);
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
