using BalanceGen.Tests.RealData.Rows;
using BalanceGen.Tests.Sampling;

namespace BalanceGen.Tests.RealData;

/// <summary>Repeat factor sampling of the real multi-label sets, against factors that are computed row by row.</summary>
public sealed class RealRepeatFactorTests
{
    /// <summary>The images of LVIS v1's training set.</summary>
    private const int LvisImages = 100_170;

    [RealDataFact]
    public void Comments_come_by_the_rarest_of_their_emotions()
    {
        int[][] labels = [.. PublishedCounts.Emotions()];
        MultiLabelRepeatFactorTests.AssertFactors(labels, 28, threshold: 0.05, epochs: 60);

        MultiLabelDataset<Comment> data = Comment.Classes.Index((Comment[])[.. labels.Select(ids => new Comment(ids))]);
        RepeatFactorSampler sampler = data.RepeatFactorSampler(seed: 1, threshold: 0.05);
        double grief = Math.Sqrt(0.05 * 43_410 / 77);
        Assert.Equal(grief, sampler.Plan.Classes[data.Classes.IndexOf("grief")].RepeatsPerRow, 1e-6);
        Assert.Equal(data.RepeatFactors(0.05).Values.ToArray().Sum(), sampler.EpochLength, 0.5);
    }

    [RealDataFact]
    public void Images_with_the_frequencies_of_LVIS_come_by_the_rarest_of_their_categories()
    {
        // The set publishes in how many images a category is, not in which: they are put into every (7·category + 13)-th image or so, each once.
        long[] counts = [.. RealDataset.SingleLabelSets().Single(set => set.Directory == "lvis-v1").Expected.Select(expected => expected.Count)];
        List<int>[] images = [.. Enumerable.Range(0, LvisImages).Select(_ => new List<int>())];
        for (int category = 0; category < counts.Length; category++)
        {
            for (long image = 0; image < counts[category]; image++)
            {
                images[((7919L * category) + (image * 50)) % LvisImages].Add(category);
            }
        }

        Assert.Equal((1203, 360_952), (counts.Length, images.Sum(image => image.Count)));
        MultiLabelRepeatFactorTests.AssertFactors([.. images.Select(image => image.ToArray())], counts.Length, threshold: 0.001, epochs: 40);
    }
}
