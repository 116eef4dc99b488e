using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.Tests.Harness;

/// <summary>The additional files and the options of a project under test.</summary>
internal sealed class ProjectFiles : AnalyzerConfigOptionsProvider
{
    private readonly Dictionary<string, AdditionalText> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _datasets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Time, bool IsOutdated)> _counted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sourceOptions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _globalOptions = new(StringComparer.Ordinal);

    public ImmutableArray<AdditionalText> Texts => [.. _texts.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => text.Value)];

    public override AnalyzerConfigOptions GlobalOptions => new Values(_globalOptions);

    public AdditionalText this[string path] => _texts[path];

    /// <summary>Adds a file; one that was counted in the build has the name of its record.</summary>
    public ProjectFiles With(string path, string text, string? dataset = null)
    {
        _texts[path] = TextOf(path, text);
        if (dataset is not null)
        {
            _datasets[path] = dataset;
        }

        return this;
    }

    /// <summary>Adds a file that a build counted, as a build for the editor describes it: when, and whether the labelled data are others now.</summary>
    public ProjectFiles WithCounted(string path, string text, string dataset, string time, bool isOutdated = false)
    {
        _counted[path] = (time, isOutdated);
        return With(path, text, dataset);
    }

    /// <summary>Adds what a build writes beside the counts of a record: where each label stands first.</summary>
    public ProjectFiles WithPlaces(string path, string text, string dataset)
    {
        _texts[path] = TextOf(path, text);
        _places[path] = dataset;
        return this;
    }

    /// <summary>Adds an entry of .editorconfig.</summary>
    public ProjectFiles WithSourceOption(string key, string value)
    {
        _sourceOptions[key] = value;
        return this;
    }

    /// <summary>Adds what MSBuild passes on.</summary>
    public ProjectFiles WithBuildProperty(string name, string value)
    {
        _globalOptions["build_property." + name] = value;
        return this;
    }

    public static AdditionalText TextOf(string path, string text) => new InMemoryText(path, text);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(_sourceOptions);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(
        _datasets.TryGetValue(textFile.Path, out string? dataset)
            ? new Dictionary<string, string>
            {
                ["build_metadata.AdditionalFiles.BalanceGenDataset"] = dataset,
                ["build_metadata.AdditionalFiles.BalanceGenCounted"] = _counted.GetValueOrDefault(textFile.Path).Time ?? "",
                ["build_metadata.AdditionalFiles.BalanceGenOutdated"] = _counted.GetValueOrDefault(textFile.Path).IsOutdated ? "true" : "",
            }
            : _places.TryGetValue(textFile.Path, out string? placesOf)
                ? new Dictionary<string, string> { ["build_metadata.AdditionalFiles.BalanceGenLabelPlaces"] = placesOf }
                : []);

    private sealed class InMemoryText(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken token = default) => _text;
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
