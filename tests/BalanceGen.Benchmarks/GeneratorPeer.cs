using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Benchmarks;

/// <summary>A generator, the analyzers that come in the same assembly, and a type for it.</summary>
/// <param name="Name">How it is shown.</param>
/// <param name="LastName">A name in the output, before the number of the type.</param>
/// <param name="Source">The type; <c>$</c> stands for its number.</param>
/// <param name="Generators">What the assembly generates with.</param>
/// <param name="Analyzers">Its analyzers for C#.</param>
/// <param name="CountFile">What the class-count file of each type says, or null if it has none.</param>
internal sealed record GeneratorPeer(
    string Name, string LastName, string Source, ISourceGenerator[] Generators, DiagnosticAnalyzer[] Analyzers, string? CountFile = null)
{
    /// <summary>The files beside the source of so many types.</summary>
    public ImmutableArray<AdditionalText> Files(int types) => CountFile is null
        ? []
        : [.. Enumerable.Range(0, types).Select(number => new GivenFile($"/data/cats{number}.classcounts.csv", SourceText.From(CountFile)))];

    public static GeneratorPeer[] All() =>
    [
        Create(
            "BalanceGen",
            "Cat",
            """
            using BalanceGen;
            namespace Measured;
            public enum Breed$ { Siamese, Birman, Burmese, Persian }
            [BalancedDataset]
            public partial record struct Cat$(string File, [ClassLabel] Breed$ Breed);
            """,
            SdkPack.AssemblyBesideThis("BalanceGen.Generators.dll")),
        Create(
            "  with known counts",
            "Cat",
            """
            using BalanceGen;
            namespace Measured;
            public enum Breed$ { Siamese, Birman, Burmese, Persian }
            [BalancedDataset]
            [ClassCount(Breed$.Siamese, 160), ClassCount(Breed$.Birman, 10), ClassCount(Breed$.Burmese, 25), ClassCount(Breed$.Persian, 3)]
            public partial record struct Cat$(string File, [ClassLabel] Breed$ Breed);
            """,
            SdkPack.AssemblyBesideThis("BalanceGen.Generators.dll")),
        Create(
            "  with a count file",
            "Cat",
            """
            using BalanceGen;
            namespace Measured;
            public enum Breed$ { Siamese, Birman, Burmese, Persian }
            [BalancedDataset(ClassCounts = "cats$.classcounts.csv")]
            public partial record struct Cat$(string File, [ClassLabel] Breed$ Breed);
            """,
            SdkPack.AssemblyBesideThis("BalanceGen.Generators.dll"),
            "label,count\nSiamese,160\nBirman,10\nBurmese,25\nPersian,3\n"),
        Create(
            "System.Text.Json",
            "Cat",
            """
            using System.Text.Json.Serialization;
            namespace Measured;
            public enum Breed$ { Siamese, Birman, Burmese, Persian }
            public record struct Cat$(string File, Breed$ Breed);
            [JsonSerializable(typeof(Cat$))]
            internal partial class Context$ : JsonSerializerContext { }
            """,
            SdkPack.Analyzer("Microsoft.NETCore.App.Ref", "System.Text.Json.SourceGeneration.dll")),
        Create(
            "Regex",
            "Patterns",
            """
            using System.Text.RegularExpressions;
            namespace Measured;
            public static partial class Patterns$
            {
                [GeneratedRegex(@"^cat_(\d+)$\.jpe?g$")] private static partial Regex File();
            }
            """,
            SdkPack.Analyzer("Microsoft.NETCore.App.Ref", "System.Text.RegularExpressions.Generator.dll")),
        Create(
            "LibraryImport",
            "Native",
            """
            using System.Runtime.InteropServices;
            namespace Measured;
            internal static partial class Native$
            {
                [LibraryImport("cats", StringMarshalling = StringMarshalling.Utf8)] internal static partial int Open(string file);
            }
            """,
            SdkPack.Analyzer("Microsoft.NETCore.App.Ref", "Microsoft.Interop.LibraryImportGenerator.dll")),
        Create(
            "Logging",
            "Log",
            """
            using Microsoft.Extensions.Logging;
            namespace Measured;
            internal static partial class Log$
            {
                [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Cat {File} of {Breed}")]
                public static partial void Seen(ILogger logger, string file, string breed);
            }
            """,
            SdkPack.Analyzer("Microsoft.AspNetCore.App.Ref", "Microsoft.Extensions.Logging.Generators.dll")),
    ];

    private static GeneratorPeer Create(string name, string lastName, string source, IReadOnlyList<Type> types, string? countFile = null) => new(
        name,
        lastName,
        source,
        [
            .. Instances<IIncrementalGenerator>(types).Select(generator => generator.AsSourceGenerator()),
            .. Instances<ISourceGenerator>(types),
        ],
        [.. Instances<DiagnosticAnalyzer>(types).Where(analyzer => analyzer.GetType().GetCustomAttributes(typeof(DiagnosticAnalyzerAttribute), false)
            .Cast<DiagnosticAnalyzerAttribute>().Any(attribute => attribute.Languages.Contains(LanguageNames.CSharp)))],
        countFile);

    private static IEnumerable<T> Instances<T>(IEnumerable<Type> types) =>
        types.Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type)).Select(type => (T)Activator.CreateInstance(type)!);

    private sealed class GivenFile(string path, SourceText text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }
}
