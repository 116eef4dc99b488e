using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using BalanceGen.Generators.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.CountFiles;

/// <summary>Finds the class-count files among the additional files of a compilation.</summary>
internal static class CountFileReader
{
    private const string Extension = ".classcounts.csv";
    private const string DatasetMetadata = "build_metadata.AdditionalFiles.BalanceGenDataset";

    // Generator and analyzers, and every record that names the file, ask for the same text.
    private static readonly ConditionalWeakTable<SourceText, ClassCountFile> Parsed = new();

    // So do all analyzers of one run, which share its options.
    private static readonly ConditionalWeakTable<AnalyzerOptions, IReadOnlyList<CountFile>> Files = new();

    /// <summary>The full name of the record that a file was counted for, an empty string for any other class-count file, null for other files.</summary>
    public static string? DatasetOf(AdditionalText text, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(text).TryGetValue(DatasetMetadata, out string? dataset) && dataset.Length > 0 ? dataset
        : text.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? ""
        : null;

    public static CountFile Read(AdditionalText text, string dataset, CancellationToken token) =>
        new(text.Path.Replace('\\', '/'), dataset, text.GetText(token) is { } content ? Parse(content, token) : Unreadable());

    public static IReadOnlyList<CountFile> ReadAll(AnalyzerOptions options, CancellationToken token) =>
        Files.TryGetValue(options, out IReadOnlyList<CountFile>? files) ? files : Files.GetValue(options, all => Find(all, token));

    private static List<CountFile> Find(AnalyzerOptions options, CancellationToken token) =>
    [
        .. options.AdditionalFiles
            .Select(text => (Text: text, Dataset: DatasetOf(text, options.AnalyzerConfigOptionsProvider)))
            .Where(item => item.Dataset is not null)
            .Select(item => Read(item.Text, item.Dataset!, token)),
    ];

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
