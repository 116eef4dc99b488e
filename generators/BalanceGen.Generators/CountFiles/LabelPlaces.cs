using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.CountFiles;

/// <summary>
/// Where the labels stand that a build has counted. The counter writes it beside the counts, as lines <c>kind,label,file,line</c>; only analyzers read it,
/// so rows that move emit nothing again.
/// </summary>
internal sealed class LabelPlaces
{
    private const string Metadata = "build_metadata.AdditionalFiles.BalanceGenLabelPlaces";

    private readonly Dictionary<string, LabelPlace> _places;

    public static readonly LabelPlaces None = new([]);

    private LabelPlaces(IEnumerable<LabelPlace> places)
    {
        LabelPlace[] all = [.. places];
        Headers = [.. all.Where(place => place.IsHeader)];
        _places = new Dictionary<string, LabelPlace>(StringComparer.Ordinal);
        foreach (LabelPlace place in all.Where(place => !place.IsHeader))
        {
            _places[place.Label] = place;
        }
    }

    /// <summary>The names of the label's column in each file that has a header.</summary>
    public IReadOnlyList<LabelPlace> Headers { get; }

    /// <summary>The first row of a label, or null if it is not known.</summary>
    public LabelPlace? Of(string label) => _places.TryGetValue(label, out LabelPlace? place) ? place : null;

    /// <summary>The places of the labels that were counted for a record. Empty if no build has counted them.</summary>
    public static LabelPlaces Read(AnalyzerOptions options, string dataset, CancellationToken token) => new(
        options.AdditionalFiles
            .Where(text => options.AnalyzerConfigOptionsProvider.GetOptions(text).TryGetValue(Metadata, out string? name) && name == dataset)
            .Take(1)
            .SelectMany(text => text.GetText(token) is { } content ? Parse(content) : []));

    private static IEnumerable<LabelPlace> Parse(SourceText text)
    {
        var reader = new DelimitedReader(text.ToString(), 0, ',');
        while (reader.Read())
        {
            IReadOnlyList<DelimitedField> fields = reader.Fields;
            if (reader.Fault is null && fields.Count == 4 && long.TryParse(fields[3].Value, NumberStyles.None, CultureInfo.InvariantCulture, out long line))
            {
                yield return new LabelPlace(fields[1].Value, fields[2].Value, line, fields[0].Value == "header");
            }
        }
    }
}
