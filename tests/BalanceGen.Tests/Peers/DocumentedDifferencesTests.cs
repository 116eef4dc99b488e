using System.Text.Json;
using BalanceGen.Tests.Sampling;

namespace BalanceGen.Tests.Peers;

/// <summary>Where the pages say that a peer does something else, it does, and this library does what they say.</summary>
public sealed class DocumentedDifferencesTests
{
    private const string ImbalancedLearn = """
        import json, sys
        import numpy as np
        from imblearn.over_sampling import RandomOverSampler
        from imblearn.under_sampling import RandomUnderSampler
        def attempt(sampler, y):
            try:
                return np.bincount(sampler.fit_resample(np.zeros((len(y), 1)), y)[1]).tolist()
            except ValueError:
                return 'ValueError'
        y = np.array([0] * 10 + [1] * 5)
        one = np.zeros(15, int)
        json.dump([attempt(RandomOverSampler(sampling_strategy=0.5), y), attempt(RandomOverSampler(sampling_strategy=0.55), y), attempt(RandomOverSampler(sampling_strategy=0.6), y),
                   attempt(RandomOverSampler(), one), attempt(RandomUnderSampler(), one)], sys.stdout)
        """;

    private const string ScikitLearn = """
        import json, sys
        import numpy as np
        from sklearn.model_selection import StratifiedKFold, train_test_split
        def folds(y, k):
            try:
                return [test.tolist() for _, test in StratifiedKFold(k, shuffle=True, random_state=1).split(np.zeros(len(y)), y)]
            except ValueError:
                return 'ValueError'
        sizes = [len(train_test_split(np.arange(n), test_size=share, stratify=np.arange(n) % 2)[1]) for n, share in ((10, 0.35), (15, 0.3), (7, 0.3))]
        y = np.array([0, 1, 2] * 6)
        json.dump([sizes, folds(np.array([0, 0, 1, 1]), 3), folds(y, 3) == folds(2 - y, 3)], sys.stdout)
        """;

    private const string Torch = """
        import json, sys
        import torch
        sampler = torch.utils.data.RandomSampler(range(6), num_samples=5)
        json.dump([list(sampler) for _ in range(50)], sys.stdout)
        """;

    [PeerFact("imblearn")]
    public void Ratios_that_add_nothing_and_targets_of_one_class_are_drawn_as_they_are()
    {
        Assert.Equal("""["ValueError", "ValueError", [10, 6], "ValueError", "ValueError"]""", PythonPeer.Run(ImbalancedLearn, ""));
        RowIndex two = Indices.Sorted(10, 5);
        Assert.Equal([10, 5], new RandomOverSampler(two, 1, SamplingStrategy.Ratio(0.5)).ResampledCounts.Values);
        Assert.Equal([10, 5], new RandomOverSampler(two, 1, SamplingStrategy.Ratio(0.55)).ResampledCounts.Values);
        Assert.Equal([10, 6], new RandomOverSampler(two, 1, SamplingStrategy.Ratio(0.6)).ResampledCounts.Values);
        Assert.Equal([15], new RandomOverSampler(Indices.Sorted(15), 1).ResampledCounts.Values);
        Assert.Equal([15], new RandomUnderSampler(Indices.Sorted(15), 1).ResampledCounts.Values);
    }

    [PeerFact("sklearn")]
    public void Test_sizes_classes_below_k_and_the_order_of_classes_are_treated_as_the_page_says()
    {
        Assert.Equal("""[[4, 5, 3], "ValueError", true]""", PythonPeer.Run(ScikitLearn, ""));
        Assert.Equal(4, StratifiedSplit.Of(Alternating(10), 0.35, 1).Test.RowCount);
        Assert.Equal(5, StratifiedSplit.Of(Alternating(15), 0.3, 1).Test.RowCount);
        Assert.Equal(2, StratifiedSplit.Of(Alternating(7), 0.3, 1).Test.RowCount);
        Assert.Equal([0, 1, 2, 3], StratifiedKFold.Of(Indices.Sorted(2, 2), 3, 1, RareClassPolicy.Spread).SelectMany(fold => fold.Test).Order());

        int[] classOfRow = [.. Enumerable.Range(0, 18).Select(row => row % 3)];
        Assert.NotEqual(Folds(classOfRow), Folds([.. classOfRow.Select(classIndex => 2 - classIndex)]));

        static RowIndex Alternating(int rows) => RowIndex.Build(ClassSet.Numbered(2), [.. Enumerable.Range(0, rows).Select(row => row % 2)]);

        static List<int> Folds(int[] classOfRow) => [.. StratifiedKFold.Of(RowIndex.Build(ClassSet.Numbered(3), classOfRow), 3, seed: 1).SelectMany(fold => fold.Test)];
    }

    [PeerFact("torch")]
    public void An_epoch_of_one_draw_less_goes_on_where_PyTorch_begins_anew()
    {
        int[][] theirs = JsonSerializer.Deserialize<int[][]>(PythonPeer.Run(Torch, ""))!;
        Assert.All(theirs, epoch => Assert.Equal(5, epoch.Distinct().Count()));

        var sampler = new RandomSampler(6, seed: 1, epochLength: 5);
        int left = Enumerable.Range(0, 6).Except(sampler.Epoch(0)).Single();
        Assert.Equal(left, sampler.Epoch(1).First());
        Assert.Equal(Enumerable.Repeat(5, 6), Enumerable.Range(0, 6).SelectMany(epoch => sampler.Epoch(epoch)).CountBy(row => row).Select(count => count.Value));
        Assert.Contains(Enumerable.Range(0, 50), epoch => sampler.Epoch(epoch).Distinct().Count() < 5);
    }
}
