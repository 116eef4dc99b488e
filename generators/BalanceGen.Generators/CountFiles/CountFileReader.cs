using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.CountFiles;

/// <summary>Finds the class-count files among the additional files of a compilation.</summary>
internal static class CountFileReader
{
    public const string Extension = ".classcounts.csv";

    private const string DatasetMetadata = "build_metadata.AdditionalFiles.BalanceGenDataset";
    private const string CountedMetadata = "build_metadata.AdditionalFiles.BalanceGenCounted";
    private const string OutdatedMetadata = "build_metadata.AdditionalFiles.BalanceGenOutdated";
    private const int ToTheMinute = 16;

    // Generator and analyzers, and every record that names the file, ask for the same text.
    private static readonly ConditionalWeakTable<SourceText, ClassCountFile> Parsed = new();

    // All analyzers of one run ask for the same options, which they share.
    private static readonly ConditionalWeakTable<AnalyzerOptions, CountFileSet> Files = new();

    /// <summary>What the build says of a class-count file, or null for other files.</summary>
    public static CountFileMetadata? MetadataOf(AdditionalText text, AnalyzerConfigOptionsProvider provider)
    {
        AnalyzerConfigOptions options = provider.GetOptions(text);
        if (!options.TryGetValue(DatasetMetadata, out string? dataset) || dataset.Length == 0)
        {
            return text.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? new CountFileMetadata("", "", IsOutdated: false) : null;
        }

        string counted = options.TryGetValue(CountedMetadata, out string? time) ? time : "";
        bool isOutdated = options.TryGetValue(OutdatedMetadata, out string? outdated) && outdated == "true";
        return new CountFileMetadata(dataset, counted.Length > ToTheMinute ? counted.Substring(0, ToTheMinute) : counted, isOutdated);
    }

    public static CountFile Read(AdditionalText text, CountFileMetadata metadata, CancellationToken token) =>
        new(text.Path.Replace('\\', '/'), metadata, text.GetText(token) is { } content ? Parse(content, token) : Unreadable());

    public static CountFileSet ReadAll(AnalyzerOptions options, CancellationToken token) =>
        Files.TryGetValue(options, out CountFileSet? files) ? files : Files.GetValue(options, all => Find(all, token));

    private static CountFileSet Find(AnalyzerOptions options, CancellationToken token) => new(options.AdditionalFiles
        .Select(text => (Text: text, Metadata: MetadataOf(text, options.AnalyzerConfigOptionsProvider)))
        .Where(item => item.Metadata is not null)
        .Select(item => Read(item.Text, item.Metadata!, token)));

    private static ClassCountFile Parse(SourceText content, CancellationToken token) =>
        Parsed.TryGetValue(content, out ClassCountFile? parsed)
            ? parsed
            : Parsed.GetValue(content, text => ClassCountFileParser.Parse(text, token));

    private static ClassCountFile Unreadable() => new(
        default,
        new EquatableArray<ClassCountProblem>([new ClassCountProblem(ClassCountProblemKind.NotText, 1, 1, "")]),
        ',',
        HasHeader: false);
}
