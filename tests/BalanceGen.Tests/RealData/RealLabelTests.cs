using System.Globalization;
using BalanceGen.Tests.RealData.Rows;

namespace BalanceGen.Tests.RealData;

/// <summary>Generated extractors over real labels: the counts are those that were computed elsewhere.</summary>
public sealed class RealLabelTests
{
    [RealDataFact]
    public void Emotions_of_comments_have_28_classes_711_label_sets_and_1_1772_labels_a_row()
    {
        Comment[] rows = [.. PublishedCounts.Emotions().Select(ids => new Comment(ids))];
        Dictionary<string, long> expected = PublishedCounts.OfEmotions();

        MultiLabelDataset<Comment> data = Comment.Classes.Index(rows);
        MultiLabelCounts counts = data.Counts;

        Assert.Equal(28, expected.Count);
        Assert.All(expected, pair => Assert.Equal(pair.Value, counts.RowsWithClass[counts.Classes.IndexOf(pair.Key)]));
        Assert.Equal(43_410, counts.RowCount);
        Assert.Equal(51_103, counts.LabelCount);
        Assert.Equal(711, counts.LabelSets.Count);
        Assert.Equal(0, counts.RowsWithoutClass);
        Assert.Equal(1.1772, counts.MeanLabels, precision: 4);

        // Grief is the rarest class: every row with it stands under it.
        Assert.Equal(77, data.ByRarestClass().Counts[counts.Classes.IndexOf("grief")]);
        Assert.Equal(Math.Sqrt(0.01 * 43_410 / 77), data.RepeatFactors(0.01).Values.ToArray().Max(), precision: 12);
    }

    [RealDataFact]
    public void Declared_species_without_a_row_are_counted_as_0() =>
        PublishedCounts.Verify("inaturalist18", label => new Species(int.Parse(label, CultureInfo.InvariantCulture)), rows => Species.Classes.CountRows(rows));

    [RealDataFact]
    public void Labels_with_spaces_and_dots_are_counted() =>
        PublishedCounts.Verify("primary-tumor", label => new Tumor(label), rows => Tumor.Classes.CountRows(rows));

    [RealDataFact]
    public void One_hot_vectors_are_counted_as_the_labels_that_they_encode()
    {
        ClassSet classes = OneHotTumor.Classes.Set;
        PublishedCounts.Verify(
            "primary-tumor",
            label =>
            {
                var site = new float[classes.Count];
                site[classes.IndexOf(label)] = 1;
                return new OneHotTumor(site);
            },
            rows => OneHotTumor.Classes.CountRows(rows));
    }

    [RealDataFact]
    public void Negative_labels_are_counted() =>
        PublishedCounts.Verify("autos", label => new Auto(sbyte.Parse(label, CultureInfo.InvariantCulture)), rows => Auto.Classes.CountRows(rows));

    [RealDataFact]
    public void Labels_with_gaps_are_counted() =>
        PublishedCounts.Verify("spectrometer", label => new Spectrum(int.Parse(label, CultureInfo.InvariantCulture)), rows => Spectrum.Classes.CountRows(rows));

    [RealDataFact]
    public void Labels_of_a_long_tail_are_counted() =>
        PublishedCounts.Verify(
            PublishedCounts.Set("lvis-v1"),
            set => set.Expected.SelectMany(expected => Enumerable.Repeat(
                new LvisCategory(short.Parse(expected.Class.Split(':')[0], CultureInfo.InvariantCulture)), (int)expected.Count)),
            rows => LvisCategory.Classes.CountRows(rows),
            name => name.Split(':')[0]);

    [RealDataFact]
    public void Leading_spaces_are_trimmed_and_the_trailing_dot_is_merged_away() =>
        PublishedCounts.Verify(
            PublishedCounts.Set("adult"),
            set => set.ReadLabels().Select(label => new Adult(label.AsMemory())),
            rows => Adult.Classes.CountRows(rows),
            name => name.Trim().TrimEnd('.'));

    [RealDataFact]
    public void Aliases_are_merged_by_declaration() =>
        PublishedCounts.Verify(
            PublishedCounts.Set("shuttle"),
            set => set.ReadLabels().Select(label => new ShuttleState(label)),
            rows => ShuttleState.Classes.CountRows(rows),
            name => name.Replace("Radiator", "Rad", StringComparison.Ordinal).Replace("Flow Proportioning Valve", "Fpv", StringComparison.Ordinal));
}
