namespace BalanceGen.PackageTests;

/// <summary>Code fixes as a user applies them to a whole project: with <c>dotnet format</c>.</summary>
[Collection(PackageCollection.Name)]
public sealed class FixesProjectTests(PackedPackage package)
{
    /// <summary>
    /// Every rule that has a fix, save BALG0211, whose fix builds on that of another, BALG0105, because the command creates no files, and the rules of other packages.
    /// </summary>
    private static readonly string[] Rules =
    [
        "BALG0001", "BALG0003", "BALG0006", "BALG0101", "BALG0102", "BALG0106", "BALG0107", "BALG0110", "BALG0117", "BALG0201", "BALG0202", "BALG0204",
        "BALG0205", "BALG0206", "BALG0207", "BALG0208", "BALG0209", "BALG0210", "BALG0215", "BALG0219", "BALG0220", "BALG0221",
    ];

    /// <summary>What the command makes of each file that it changes, but Training.cs.</summary>
    private static readonly (string Name, string Before, string After)[] Changes =
    [
        ("Replaced.cs", "string File, string PatientId", "string File, [Group] string PatientId"),
        ("Replaced.cs", "[BalancedDataset] // of a file", "[BalancedDataset(ClassCounts = \"animals.classcounts.csv\")] // of a file"),
        ("Replaced.cs", "2:0000000000000000", "2:AB40D7820D408076"),
        ("Replaced.cs", "pets.GroupBy(pet => pet.Breed /* label */).ToDictionary(group => group.Key, group => group.Count());", "Pet.Classes.CountRows(pets) /* label */;"),
        ("Replaced.cs", "counts[Breed.Siamese]", "counts[Pet.Classes.IndexOf(Breed.Siamese)]"),
        ("Replaced.cs", "pets.CountBy(pet => pet.Breed).ToDictionary();", "Pet.Classes.CountRows(pets);"),
        ("Replaced.cs", "counts[Breed.Birman]", "counts[Pet.Classes.IndexOf(Breed.Birman)]"),
        (
            "Replaced.cs",
            "pet.Breed switch\n        {\n            Breed.Siamese => 0, // the first\n            Breed.Birman => 1,\n            Breed.Burmese => 2,\n            _ => throw new InvalidOperationException(),\n        };",
            "Pet.Classes.IndexOf(pet.Breed) /* the first */;"),
        ("Replaced.cs", "1.0 / pets.Counts[classIndex]", "pets.Counts[classIndex] == 0 ? 0 : 1.0 / pets.Counts[classIndex]"),
        ("Replaced.cs", "pets.Batches(sampler, 10)", "pets.Batches(sampler, 10).Owned()"),
        ("Replaced.cs", "TargetDistribution.AsSource);", "TargetDistribution.AsSource).AfterClassWeights(used);"),
        ("few.classcounts.csv", "Birman,10\n", "Birman,10\nBurmese,0\n"),
        ("misspelt.classcounts.csv", "spma", "spam"),
        ("twice.classcounts.csv", "spam,700\nspam,47\n", "spam,747\n"),
    ];

    [Fact]
    public void Format_fixes_every_violation_and_the_project_then_builds_clean()
    {
        string folder = package.NewProject("Fixes");
        DotnetResult broken = DotnetCommand.Build(folder, "build");
        Assert.NotEqual(0, broken.ExitCode);
        Assert.All(Rules, rule => Assert.True(broken.LinesWith(rule) > 0, rule));
        Assert.True(broken.LinesWith("error BALG0211") > 0);

        // The policy that one rule's fix declares is the one that the next rule's fix passes.
        Format(folder, Rules);
        Format(folder, "BALG0211");

        Assert.Equal(
            """
            using BalanceGen;

            namespace Fixes;

            public enum Breed { Siamese, Birman, Burmese }

            [BalancedDataset]
            public partial record struct Dog([ClassLabel] bool IsOld);

            [BalancedDataset]
            public partial record struct Bird([ClassLabel] bool IsBlue);

            [BalancedDataset(ZeroCounts = ZeroCountRule.ZeroWeight)]
            [ClassCount(Breed.Siamese, 160), ClassCount(Breed.Birman, 10), ClassCount(Breed.Burmese, 0)]
            public partial record struct Cat([ClassLabel] Breed Breed);

            [BalancedDataset]
            [ClassCount("ham", 4827), ClassCount("spam", 747)]
            public partial record struct Sms([ClassLabel("ham", "spam")] string Label);

            [BalancedDataset]
            [ClassCount(false, 100), ClassCount(true, 100)]
            public partial record struct Coin([ClassLabel] bool IsHead);

            [BalancedDataset(ZeroCounts = ZeroCountRule.Throw)]
            [ClassCount(Breed.Siamese, 3), ClassCount(Breed.Birman, 2), ClassCount(Breed.Burmese, 0)]
            public partial record struct Kitten([ClassLabel] Breed Breed);

            public static class Training
            {
                public static ClassWeights Weights(IndexedDataset<Cat> cats) => ClassWeights.Balanced(cats.Counts, zeroCounts: Cat.Classes.ZeroCounts);

                public static Sampler Draws(IndexedDataset<Dog> dogs) => dogs.WeightedRandomSampler(1, replacement: true);

                public static double Weight(ClassCounts counts, int classIndex) => counts[classIndex] == 0 ? 0 : 1.0 / counts[classIndex];

                public static SampleWeights RowWeights(IndexedDataset<Dog> dogs) => ClassWeights.Balanced(dogs.Counts).ToSampleWeights(dogs.Index);

                public static Sampler Tosses(IndexedDataset<Coin> coins) => coins.RandomSampler(1);

                public static long Train(IndexedDataset<Dog> dogs)
                {
                    long rows = 0;
                    for (int epoch = 0; epoch < 3; epoch++)
                    {
                        foreach (Batch<Dog> batch in dogs.Batches(dogs.RandomSampler(1), 10).Epoch(epoch))
                        {
                            rows += batch.Count;
                        }
                    }

                    return rows;
                }

                public static long ResumeFrom(Batches<Dog> batches, SamplerState state)
                {
                    long rows = 0;
                    foreach (Batch<Dog> batch in batches.ResumeFrom(state))
                    {
                        rows += batch.Count;
                    }

                    return rows;
                }

                public static Batches<Coin> Pairs(IndexedDataset<Coin> coins) => coins.Batches(coins.BalancedSampler(1), 2);

                public static Sampler Litter(IndexedDataset<Kitten> kittens) => kittens.BalancedSampler(1, TargetDistribution.Of(0.5, 0.3, 0.2), zeroCounts: ZeroCountPolicy.ZeroWeight);

                public static TargetDistribution Target() => TargetDistribution.Proportional(1, 2);
            }

            """.ReplaceLineEndings("\n"),
            File.ReadAllText(Path.Combine(folder, "Training.cs")).ReplaceLineEndings("\n"));
        Assert.All(Changes.GroupBy(change => change.Name), file => Assert.Equal(
            file.Aggregate(Template(file.Key), (text, change) => text.Replace(change.Before, change.After, StringComparison.Ordinal)),
            File.ReadAllText(Path.Combine(folder, file.Key)).ReplaceLineEndings("\n")));
        DotnetResult rebuilt = DotnetCommand.Build(folder, "build", "--no-incremental").Succeeded();
        Assert.Equal(0, rebuilt.LinesWith(": warning "));
        Assert.Equal(0, rebuilt.LinesWith("BALG02"));
    }

    /// <summary>The command fixes the rules in whatever order, and none of the fixes leaves or makes work for another.</summary>
    [Fact]
    public void A_second_run_of_format_for_all_rules_changes_nothing()
    {
        string folder = package.NewProject("Fixes");
        DotnetCommand.Build(folder, "restore").Succeeded();
        Format(folder, [.. Rules, "BALG0211"]);
        string first = Texts(folder);
        DotnetResult rebuilt = DotnetCommand.Build(folder, "build", "--no-restore").Succeeded();
        Assert.Equal(0, rebuilt.LinesWith(": warning "));
        Assert.Equal(0, rebuilt.LinesWith("BALG"));

        Format(folder, [.. Rules, "BALG0211"]);

        Assert.Equal(first, Texts(folder));
    }

    private static string Texts(string folder) => string.Concat(
        Directory.GetFiles(folder).Where(file => Path.GetExtension(file) is ".cs" or ".csv" or ".txt").Order(StringComparer.Ordinal).Select(File.ReadAllText));

    private static string Template(string name)
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Projects", "Fixes", name)).ReplaceLineEndings("\n");
        Assert.All(Changes.Where(change => change.Name == name), change => Assert.Contains(change.Before, text, StringComparison.Ordinal));
        return text;
    }

    private static void Format(string folder, params string[] rules) =>
        DotnetCommand.Run(folder, ["format", "analyzers", "Fixes.csproj", "--severity", "info", "--no-restore", "--diagnostics", .. rules]).Succeeded();
}
