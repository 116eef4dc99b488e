using System.Globalization;
using System.Text;
using BalanceGen.Tests.RealData.Rows;

namespace BalanceGen.Tests.RealData;

/// <summary>Each kind of label over a real data set: the counts are those that were computed elsewhere.</summary>
public sealed class RealLabelKindTests
{
    private static readonly Comparer<KeyValuePair<string, long>> ByName = Comparer<KeyValuePair<string, long>>.Create((one, other) => string.CompareOrdinal(one.Key, other.Key));

    [RealDataFact]
    public void Members_of_an_enum_are_counted() =>
        PublishedCounts.Verify(
            PublishedCounts.Set("zoo"),
            set => set.ReadLabels().Select(label => new Animal(Enum.Parse<AnimalType>(label, ignoreCase: true))),
            rows => Animal.Classes.CountRows(rows),
            Capitalised);

    [RealDataFact]
    public void Booleans_are_counted() => PublishedCounts.Verify("sms-spam", label => new Sms(label == "spam"), rows => Sms.Classes.CountRows(rows));

    [RealDataFact]
    public void Characters_are_counted() => PublishedCounts.Verify("postoperative", label => new Patient(label.Single()), rows => Patient.Classes.CountRows(rows));

    /// <summary>Grades of which some are never given; 5 and 5.0 are one.</summary>
    [RealDataTheory]
    [InlineData("winequality-red.csv", "")]
    [InlineData("winequality-white.csv", ".0")]
    public void Decimals_are_counted_by_value(string file, string fraction) =>
        PublishedCounts.Verify(
            RealDataset.SingleLabelSets().Single(set => set.File == file),
            set => set.ReadLabels().Select(label => new Wine(decimal.Parse(label + fraction, CultureInfo.InvariantCulture))),
            rows => Wine.Classes.CountRows(rows),
            name => name);

    [RealDataFact]
    public void Null_is_counted_as_the_class_that_it_stands_for() =>
        PublishedCounts.Verify(
            "hypothyroid",
            label => new ThyroidPatient(label switch
            {
                "negative" => null,
                "compensated_hypothyroid" => ThyroidDiagnosis.Compensated,
                "primary_hypothyroid" => ThyroidDiagnosis.Primary,
                _ => ThyroidDiagnosis.Secondary,
            }),
            rows => ThyroidPatient.Classes.CountRows(rows));

    [RealDataFact]
    public void Text_in_bytes_is_counted() => PublishedCounts.Verify("glass", label => new Glass(Encoding.UTF8.GetBytes(label)), rows => Glass.Classes.CountRows(rows));

    [RealDataFact]
    public void Hot_columns_are_counted() =>
        PublishedCounts.Verify("balance-scale", label => new Balance(label == "L", label == "B", label == "R"), rows => Balance.Classes.CountRows(rows));

    [RealDataFact]
    public void Largest_scores_are_counted() =>
        PublishedCounts.Verify(
            "lymph",
            label => new LymphScores([.. LymphScores.Classes.Set.Names.ToArray().Select(name => name == label ? -0.5 : -name.Length)]),
            rows => LymphScores.Classes.CountRows(rows));

    [RealDataFact]
    public void Flags_are_counted_each_and_in_sets()
    {
        FlaggedComment[] rows = [.. PublishedCounts.Emotions().Select(ids => new FlaggedComment((Emotions)ids.Sum(id => 1 << id)))];

        AssertEmotions(FlaggedComment.Classes.Index(rows).Counts, Capitalised);
    }

    [RealDataFact]
    public void Hot_elements_are_counted_each_and_in_sets()
    {
        MultiHotComment[] rows = [.. PublishedCounts.Emotions().Select(ids => new MultiHotComment([.. Enumerable.Range(0, 28).Select(id => ids.Contains(id))]))];

        AssertEmotions(MultiHotComment.Classes.Index(rows).Counts, name => name);
    }

    [RealDataFact]
    public void Labels_behind_a_path_are_counted() =>
        PublishedCounts.Verify(
            RealDataset.SingleLabelSets().Single(set => set.File == "list.txt"),
            set => set.ReadLabels().Select(label => new Pet(new PetAnnotation(int.Parse(label, CultureInfo.InvariantCulture)))),
            rows => Pet.Classes.CountRows(rows),
            name => name);

    [RealDataFact]
    public void Labels_that_a_method_computes_are_counted() =>
        PublishedCounts.Verify(
            PublishedCounts.Set("adult"),
            set => set.ReadLabels().Select(label => new Person(label)),
            rows => Person.Classes.CountRows(rows),
            name => name.Trim().TrimEnd('.'));

    [RealDataFact]
    public void Ignored_rows_are_not_counted_and_keep_their_place()
    {
        RealDataset set = PublishedCounts.Set("page-blocks");
        PageBlock[] rows = [.. set.ReadLabels().Select(label => new PageBlock(int.Parse(label, CultureInfo.InvariantCulture)))];

        IndexedDataset<PageBlock> data = PageBlock.Classes.Index(rows);

        (string Class, long Count)[] expected = [.. set.Expected.Where(item => item.Class != "1")];
        Assert.Equal(expected.Select(item => item.Count), expected.Select(item => data.Counts[data.Counts.Classes.IndexOf(item.Class)]));
        Assert.Equal(4, data.Counts.Classes.Count);
        Assert.Equal(set.Expected.Sum(item => item.Count), data.Index.DatasetLength);
        Assert.Equal(data.Counts.Values.ToArray(), PageBlock.Classes.CountRows(rows).Values.ToArray());
    }

    [RealDataFact]
    public void Rows_of_a_type_without_a_label_are_counted_by_their_companion() => PublishedCounts.Verify("car", label => KeyValuePair.Create(0, label), rows => CarClasses.Classes.CountRows(rows));

    /// <summary>Rows that weigh 1/n of their class: every class weighs 1, and an equal share for each makes the weight N/(C·n).</summary>
    [RealDataFact]
    public void Weights_of_rows_are_read_and_shared_among_the_classes()
    {
        RealDataset set = PublishedCounts.Set("lymph");
        Dictionary<string, long> counts = set.Expected.ToDictionary(item => item.Class, item => item.Count);
        LymphNode[] rows = [.. set.ReadLabels().Select(label => new LymphNode(label, 1.0 / counts[label]))];

        SampleWeights weights = LymphNode.Classes.WeightRows(rows);
        SampleWeights shared = weights.WithClassShares(LymphNode.Classes.Index(rows).Index, TargetDistribution.Uniform);

        Assert.Equal(counts.Count, weights.Values.ToArray().Sum(), precision: 12);
        Assert.All(rows.Index(), row => Assert.Equal(148.0 / (4 * counts[row.Item.Finding]), shared[row.Index], precision: 12));
    }

    private static void AssertEmotions(MultiLabelCounts counts, Func<string, string> className)
    {
        Assert.Equal(
            PublishedCounts.OfEmotions().ToDictionary(pair => className(pair.Key), pair => pair.Value).Order(ByName),
            Enumerable.Range(0, counts.Classes.Count).Select(index => KeyValuePair.Create(counts.Classes[index], counts.RowsWithClass[index])).Order(ByName));
        Assert.Equal(711, counts.LabelSets.Count);
    }

    private static string Capitalised(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
