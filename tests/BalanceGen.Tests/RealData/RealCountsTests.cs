namespace BalanceGen.Tests.RealData;

public sealed class RealCountsTests
{
    public static TheoryData<string> Sets()
    {
        var names = new TheoryData<string>();
        foreach (RealDataset set in RealDataset.SingleLabelSets().Where(set => !set.IsCountList))
        {
            names.Add(set.ToString());
        }

        if (names.Count == 0)
        {
            names.Add("absent");
        }

        return names;
    }

    [RealDataTheory]
    [MemberData(nameof(Sets))]
    public void Counts_of_every_real_set_equal_the_published_ones_with_absent_classes_at_zero(string name)
    {
        RealDataset set = RealDataset.SingleLabelSets().Single(set => set.ToString() == name);
        var classes = new ClassSet([.. set.Expected.Select(expected => expected.Class)]);
        List<string> labels = set.ReadLabels();
        int[] classIndices = [.. labels.Select(classes.IndexOf)];

        RowIndex index = RowIndex.Build(classes, classIndices);

        Assert.Equal(set.Expected.Select(expected => expected.Count), index.Counts.Values.ToArray());
        Assert.Equal(
            set.Expected.Where(expected => expected.Count == 0).Select(expected => expected.Class),
            index.Counts.EmptyClasses.Select(classIndex => classes[classIndex]));
        Assert.Equal(labels.Count, index.Counts.Total);

        // Every row is in the index exactly once, under its own label.
        var seen = new bool[labels.Count];
        for (int classIndex = 0; classIndex < classes.Count; classIndex++)
        {
            for (int place = 0; place < index.Counts[classIndex]; place++)
            {
                int row = index.RowOf(classIndex, place);
                Assert.Equal(classes[classIndex], labels[row]);
                Assert.False(seen[row]);
                seen[row] = true;
            }
        }

        Assert.DoesNotContain(false, seen);
    }
}
