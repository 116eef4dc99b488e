namespace BalanceGen.Tests.Reporting;

/// <summary>Messages and tables of thousands of classes: the first and the last ones, how many there are between, and the whole on request.</summary>
public sealed class LongTablesTests
{
    private const int Classes = 8142;

    private static readonly ClassSet Many = ClassSet.Numbered(Classes);
    private static readonly ClassCounts Counts = new(Many, [.. Enumerable.Range(0, Classes).Select(index => index % 9 == 0 ? 0L : index % 50)]);

    public static TheoryData<string> Tables() => ["counts", "weights", "priors", "plan", "trace", "resample plan", "resample trace", "multi-label counts"];

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_of_many_classes_shows_the_first_and_the_last(string kind)
    {
        (string text, string full) = Texts(kind, Counts);
        string[] lines = text.Split('\n');
        Assert.InRange(text.Length, 500, 5000);
        Assert.StartsWith("0 ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("19 ", lines[20], StringComparison.Ordinal);
        Assert.Equal("… 8,112 more classes …", lines[21]);
        Assert.StartsWith("8132 ", lines[22], StringComparison.Ordinal);
        Assert.StartsWith("8141 ", lines[31], StringComparison.Ordinal);

        string[] all = full.Split('\n');
        Assert.Equal(lines.Length - 31 + Classes, all.Length);
        Assert.All(Enumerable.Range(0, Classes), index => Assert.StartsWith($"{index} ", all[index + 1], StringComparison.Ordinal));

        // Whatever is below the classes is in both.
        Assert.Equal(lines[32..].Select(Words), all[(Classes + 1)..].Select(Words));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_of_forty_classes_is_whole(string kind)
    {
        (string text, string full) = Texts(kind, new ClassCounts(ClassSet.Numbered(40), [.. Enumerable.Range(1, 40).Select(count => (long)count)]));
        Assert.Equal(full, text);
        Assert.DoesNotContain('…', text);
    }

    [Fact]
    public void Messages_name_the_first_and_the_last_classes()
    {
        const string shown = "'0', '1', '2', '3', '4', '5', '6', '7', … 8,132 more …, '8140', '8141'";
        Assert.Equal(shown.Replace("'", "", StringComparison.Ordinal), Many.ToString());
        Assert.Equal(string.Join(", ", Enumerable.Range(0, Classes)), Many.ToFullString());

        var mismatch = Assert.Throws<ClassMismatchException>(() => new ClassCounts(Many, 1, 2));
        Assert.Equal($"The list of counts is for 2 classes, the data set has 8142: {shown}.", mismatch.Message);
        Assert.Equal((2, Classes), (mismatch.Given, mismatch.Classes.Count));
        Assert.Equal($"The label 'x' is none of the declared classes: {shown}.", Assert.Throws<UnknownLabelException>(() => Many.IndexOf("x")).Message);

        var empty = Assert.Throws<EmptyClassException>(() => ClassWeights.Balanced(Counts));
        Assert.StartsWith("The 1,049 classes '0', '9', '18', '27', '36', '45', '50', '54', … 1,039 more …, '8127', '8136' have no rows: ", empty.Message, StringComparison.Ordinal);
        Assert.Equal(1049, empty.ClassIndices.Count);

        var rare = Assert.Throws<RareClassException>(() => StratifiedSplit.Of(RowIndex.OfSortedRows(new ClassCounts(Many, [.. Enumerable.Repeat(1L, Classes)])), 0.5, 1));
        Assert.StartsWith("The classes '0' (1 row), '1' (1 row), ", rare.Message, StringComparison.Ordinal);
        Assert.Contains("'7' (1 row), … 8,132 more …, '8140' (1 row), '8141' (1 row) have too few rows", rare.Message, StringComparison.Ordinal);
        Assert.Equal(Classes, rare.ClassIndices.Count);

        Assert.InRange(TargetDistribution.Proportional([.. Enumerable.Repeat(1.0, Classes)]).ToString().Length, 10, 200);
        Assert.Contains("'<=50K.', '>50K.'", Assert.Throws<UnknownLabelException>(() => new ClassSet("<=50K.", ">50K.").IndexOf("<=50K")).Message, StringComparison.Ordinal);
    }

    private static string Words(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static (string Text, string Full) Texts(string kind, ClassCounts counts)
    {
        RowIndex index = RowIndex.OfSortedRows(counts);
        switch (kind)
        {
            case "counts":
                return (counts.ToString(), counts.ToFullString());
            case "weights":
                var weights = ClassWeights.Balanced(counts, ZeroCountPolicy.ZeroWeight);
                return (weights.ToString(), weights.ToFullString());
            case "priors":
                var priors = LogitPriors.Of(counts, 1, ZeroCountPolicy.Smooth(1));
                return (priors.ToString(), priors.ToFullString());
            case "plan":
                SamplerPlan plan = new BalancedSampler(index, 1, zeroCounts: ZeroCountPolicy.ZeroWeight).Plan;
                return (plan.ToString(), plan.ToFullString());
            case "trace":
                var trace = new SamplerTrace(index);
                return (trace.ToString(), trace.ToFullString());
            case "resample plan":
                ResamplingPlan resample = ResamplingPlan.Of(counts.Classes, SourceDistribution.Of(counts, ZeroCountPolicy.ZeroWeight), ResampleRule.OverAndUnder(TargetDistribution.Uniform, 1, 1, 1));
                return (resample.ToString(), resample.ToFullString());
            case "resample trace":
                var resampled = new ResamplingTrace(counts.Classes);
                return (resampled.ToString(), resampled.ToFullString());
            default:
                MultiLabelCounts sets = LabelSets(counts.Classes.Count);
                return (sets.ToString(), sets.ToFullString());
        }
    }

    private static MultiLabelCounts LabelSets(int classes) =>
        Sampling.MultiLabelRepeatFactorTests.Build(classes, [.. Enumerable.Range(0, classes).Select(row => (int[])[row])]).Counts;
}
