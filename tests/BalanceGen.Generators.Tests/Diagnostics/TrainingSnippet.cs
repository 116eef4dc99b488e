using BalanceGen.Generators.Tests.Harness;
using BalanceGen.Tests;

namespace BalanceGen.Generators.Tests.Diagnostics;

/// <summary>A piece of training code of the folder <c>Training</c>, with what is to be reported marked in it.</summary>
/// <param name="File">The file, one for each rule.</param>
/// <param name="Name">What the snippet shows.</param>
/// <param name="Marked">The members, with marks.</param>
internal sealed record TrainingSnippet(string File, string Name, string Marked)
{
    private const string Header = "//- ";

    /// <summary>The records that the snippets use.</summary>
    public const string Types = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using BalanceGen;
        global using BalanceGen.Batching;
        global using BalanceGen.Classes;
        global using BalanceGen.Evaluation;
        global using BalanceGen.Loading;
        global using BalanceGen.ML;
        global using BalanceGen.Reporting;
        global using BalanceGen.Sampling;
        global using BalanceGen.Streaming;
        global using BalanceGen.TorchSharp;
        global using BalanceGen.Weights;
        global using Microsoft.ML;
        global using TorchSharp;
        #pragma warning disable BALG0101
        public enum Breed { Siamese, Birman }
        [BalancedDataset] public partial record struct Cat(string File, [ClassLabel] Breed Breed);
        [BalancedDataset] public partial record struct Digit([ClassLabel(Min = 0, Max = 9)] int Value);
        [BalancedDataset] public partial record struct Scan(string File, string PatientId, [ClassLabel] bool IsTumor);
        [BalancedDataset] public partial record Mail(string Text, [ClassLabel("ham", "spam", "other")] string Label);
        [BalancedDataset, ClassCount(Breed.Siamese, 160), ClassCount(Breed.Birman, 10)]
        public partial record struct Full(string File, [ClassLabel] Breed Breed);
        [BalancedDataset, ClassCount(Breed.Siamese, 160), ClassCount(Breed.Birman, 0)]
        public partial record struct Gap(string File, [ClassLabel] Breed Breed);
        [BalancedDataset, ClassCount(Breed.Siamese, 100), ClassCount(Breed.Birman, 100)]
        public partial record struct Even(string File, [ClassLabel] Breed Breed);
        [BalancedDataset(ZeroCounts = ZeroCountRule.ZeroWeight), ClassCount(Breed.Siamese, 160), ClassCount(Breed.Birman, 0)]
        public partial record struct LeftOut(string File, [ClassLabel] Breed Breed);
        """;

    /// <summary>The snippet as a file of a program, with marks: the members of a class in a namespace of its own.</summary>
    /// <param name="number">The number of the snippet.</param>
    public MarkedSource Source(int number) => MarkedSource.Parse($"namespace Snippet{number};\npublic static class Training\n{{\n{Marked}}}\n");

    public static IReadOnlyList<TrainingSnippet> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "BalanceGen.Generators.Tests", "Training"), "*.cs")
            .Order(StringComparer.Ordinal)
            .SelectMany(path => Parse(Path.GetFileNameWithoutExtension(path), System.IO.File.ReadAllText(path))),
    ];

    private static IEnumerable<TrainingSnippet> Parse(string file, string text) =>
        text.Split(Header, StringSplitOptions.RemoveEmptyEntries).Select(part =>
        {
            string[] lines = part.Split('\n', 2);
            return new TrainingSnippet(file, lines[0].Trim(), lines[1]);
        });
}
