using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Benchmarks;

/// <summary>A generator, the analyzers that come in the same assembly, and a type for it.</summary>
/// <param name="Name">How it is shown.</param>
/// <param name="LastName">A name in the output, before the number of the type.</param>
/// <param name="Source">The type; <c>$</c> stands for its number.</param>
/// <param name="Generators">What the assembly generates with.</param>
/// <param name="Analyzers">Its analyzers for C#.</param>
internal sealed record GeneratorPeer(string Name, string LastName, string Source, ISourceGenerator[] Generators, DiagnosticAnalyzer[] Analyzers)
{
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

    private static GeneratorPeer Create(string name, string lastName, string source, IReadOnlyList<Type> types) => new(
        name,
        lastName,
        source,
        [
            .. Instances<IIncrementalGenerator>(types).Select(generator => generator.AsSourceGenerator()),
            .. Instances<ISourceGenerator>(types),
        ],
        [.. Instances<DiagnosticAnalyzer>(types).Where(analyzer => analyzer.GetType().GetCustomAttributes(typeof(DiagnosticAnalyzerAttribute), false)
            .Cast<DiagnosticAnalyzerAttribute>().Any(attribute => attribute.Languages.Contains(LanguageNames.CSharp)))]);

    private static IEnumerable<T> Instances<T>(IEnumerable<Type> types) =>
        types.Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type)).Select(type => (T)Activator.CreateInstance(type)!);
}
