using System.Globalization;

namespace BalanceGen.Tests.Streaming;

/// <summary>Rows of streams that no version may change without saying so, and that do not depend on how they are read.</summary>
public sealed class GoldenStreamsTests
{
    private static readonly GoldenFile Accepted = new("Streaming", "golden-streams.txt");

    public static TheoryData<string> Kinds() => [.. StreamKinds.Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Rows_of_three_passes_are_the_accepted_ones(string kind) => Assert.Equal(Accepted.Parts[kind], Text(kind, [.. StreamKinds.Three(kind)]));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Asynchronous_streams_give_the_same_rows(string kind) => Assert.Equal(StreamKinds.Three(kind), await Streams.ToListAsync(StreamKinds.ThreeAsync(kind)));

    [Fact]
    public void The_file_has_a_part_for_every_kind_and_no_other() => Assert.Equal(StreamKinds.Names, Accepted.Parts.Keys);

    /// <summary>The part of the file: the numbers of the first rows, of some in the middle and of the last, how many there are, and FNV-1a over all.</summary>
    internal static string Text(string kind, List<Labelled> rows)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        string[] lines =
        [
            kind,
            string.Create(culture, $"  {rows.Count} rows {rows.Aggregate(2166136261, (hash, row) => (hash ^ (uint)row.Number) * 16777619):x8}"),
            .. new[] { 0, rows.Count / 2, rows.Count - 16 }.Select(first => string.Create(culture, $"  {first}: {string.Join(' ', rows.Skip(first).Take(16).Select(row => row.Number))}")),
        ];
        return string.Concat(lines.Select(line => line + "\n"));
    }
}
