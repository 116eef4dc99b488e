using System.Text.Json;
using BalanceGen.Tests.Sampling;
using BalanceGen.Tests.Statistics;

namespace BalanceGen.Tests.Peers;

/// <summary>
/// The frequencies of <see cref="WeightedRandomSampler"/> beside those of torch.multinomial, which PyTorch's sampler of that name calls: the chi-square test
/// of two samples, with the decision rule of <see cref="Significance"/>.
/// </summary>
/// <remarks>
/// Without replacement the draws of an epoch depend on each other, so that what is counted there are epochs, which do not: each is one observation.
/// </remarks>
public sealed class TorchMultinomialTests
{
    private const int Draws = 1_000_000;
    private const int Epochs = 400_000;

    /// <summary>For each case the outcomes of an epoch's draws as one number each, counted: the rows in the order drawn, or how many are of the last class.</summary>
    private const string Frequencies = """
        import json, sys, torch
        torch.manual_seed(20240611)
        answers = []
        for weights, samples, replacement, epochs, last_class in json.load(sys.stdin):
            w = torch.tensor(weights, dtype=torch.float64)
            rows = len(weights)
            if replacement:
                answers.append(torch.bincount(torch.multinomial(w, samples, True), minlength=rows).tolist())
                continue
            drawn = torch.multinomial(w.expand(epochs, rows), samples, False)
            if last_class:
                answers.append(torch.bincount((drawn >= rows - last_class).sum(1), minlength=samples + 1).tolist())
            else:
                code = torch.zeros(epochs, dtype=torch.int64)
                for place in range(samples):
                    code = code * rows + drawn[:, place]
                answers.append(torch.bincount(code, minlength=rows ** samples).tolist())
        json.dump(answers, sys.stdout)
        """;

    [PeerFact("torch")]
    public void Rows_and_classes_come_as_often_as_in_torch_multinomial_with_replacement()
    {
        long[] counts = [255, 1, 400, 30];
        RowIndex index = Indices.Sorted(counts);
        double[] byClass = OneWeightPerRow(counts, TargetDistribution.Of(0.4, 0.1, 0.3, 0.2));
        SampleWeights byRow = Samplers.RowWeights(686);
        long[][] theirs = AskTorch([byClass, Draws, true, 0, 0], [byRow.Values.ToArray(), Draws, true, 0, 0]);
        Sampler[] ours = [new WeightedRandomSampler(index, 301, target: TargetDistribution.Of(0.4, 0.1, 0.3, 0.2)), new WeightedRandomSampler(index, byRow, 301)];
        foreach ((Sampler sampler, long[] expected) in ours.Zip(theirs))
        {
            var rows = new long[686];
            foreach (int row in sampler.Draws(0, Draws))
            {
                rows[row]++;
            }

            Significance.AssertKept(TwoSamples(rows, expected), "rows");
            Significance.AssertKept(TwoSamples(ByClass(rows, counts), ByClass(expected, counts)), "classes");
        }
    }

    [PeerFact("torch")]
    public void Rows_come_in_the_orders_of_torch_multinomial_without_replacement()
    {
        // Three of seven rows in order: 210 outcomes that are possible.
        long[] counts = [4, 2, 1];
        TargetDistribution target = TargetDistribution.Of(0.5, 0.3, 0.2);
        double[] byRow = [0.3, 5, 1, 1.7, 0.9, 3, 2];
        long[][] theirs = AskTorch([OneWeightPerRow(counts, target), 3, false, Epochs, 0], [byRow, 3, false, Epochs, 0]);
        RowIndex index = Indices.Sorted(counts);
        Sampler[] ours =
        [
            new WeightedRandomSampler(index, 302, 3, replacement: false, target), new WeightedRandomSampler(index, new SampleWeights(byRow), 302, 3, replacement: false),
        ];
        foreach ((Sampler sampler, long[] expected) in ours.Zip(theirs))
        {
            var outcomes = new long[7 * 7 * 7];
            int[] rows = sampler.RowsOf(0, 3 * Epochs);
            for (int first = 0; first < rows.Length; first += 3)
            {
                outcomes[(((rows[first] * 7) + rows[first + 1]) * 7) + rows[first + 2]]++;
            }

            Assert.Equal(210, outcomes.Count(count => count > 0));
            Significance.AssertKept(TwoSamples(outcomes, expected), "orders of three rows");
        }
    }

    [PeerFact("torch")]
    public void As_many_rows_of_a_class_come_as_in_torch_multinomial_without_replacement()
    {
        // 20 of 40 rows, of which the 10 of the rare class weigh as much as the others: how many of them an epoch has.
        const int epochs = 20_000;
        long[] counts = [30, 10];
        double[] weights = OneWeightPerRow(counts, TargetDistribution.Uniform);
        long[] theirs = AskTorch([weights, 20, false, epochs, 10])[0];
        RowIndex index = Indices.Sorted(counts);
        Sampler[] ours =
        [
            new WeightedRandomSampler(index, 303, 20, replacement: false), new WeightedRandomSampler(index, new SampleWeights(weights), 303, 20, replacement: false),
        ];
        foreach (Sampler sampler in ours)
        {
            var ofRare = new long[21];
            foreach (int[] epoch in sampler.RowsOf(0, 20 * epochs).Chunk(20))
            {
                ofRare[epoch.Count(row => row >= 30)]++;
            }

            Significance.AssertKept(TwoSamples(ofRare, theirs), "rows of the rare class");
        }
    }

    [Fact]
    public void Two_samples_of_different_distributions_are_told_apart()
    {
        // 5 % more of one of ten.
        long[] even = [.. Enumerable.Repeat(100_000L, 10)];
        long[] uneven = [.. Enumerable.Repeat(100_000L, 9), 105_000];
        Assert.True(TwoSamples(even, uneven) < Significance.PerTest);
        Assert.Equal(1, TwoSamples(even, even), 1e-12);
    }

    private static double[] OneWeightPerRow(long[] counts, TargetDistribution target)
    {
        double[] shares = target.Resolve(Indices.Sorted(counts).Counts, default);
        return [.. counts.SelectMany((count, index) => Enumerable.Repeat(shares[index] / count, (int)count))];
    }

    private static long[] ByClass(long[] rows, long[] counts)
    {
        int first = 0;
        return [.. counts.Select(count => rows[first..(first += (int)count)].Sum())];
    }

    private static long[][] AskTorch(params object[][] cases) =>
        JsonSerializer.Deserialize<long[][]>(PythonPeer.Run(Frequencies, JsonSerializer.Serialize(cases)))!;

    /// <summary>The p-value of Pearson's test that two samples are of one distribution. Cells that neither sample has say nothing; those with few are put together.</summary>
    private static double TwoSamples(long[] ours, long[] theirs)
    {
        Assert.Equal(ours.Length, theirs.Length);
        var cells = new List<(long Ours, long Theirs)>();
        (long Ours, long Theirs) few = default;
        foreach ((long our, long their) in ours.Zip(theirs))
        {
            if (our + their >= 20)
            {
                cells.Add((our, their));
            }
            else
            {
                few = (few.Ours + our, few.Theirs + their);
            }
        }

        cells.AddRange(few.Ours + few.Theirs >= 20 ? [few] : []);
        double share = ours.Sum() / (double)(ours.Sum() + theirs.Sum());
        double statistic = cells.Sum(cell => Math.Pow(cell.Ours - (share * (cell.Ours + cell.Theirs)), 2) / ((cell.Ours + cell.Theirs) * share * (1 - share)));
        return Significance.UpperTail(cells.Count - 1, statistic);
    }
}
