using System.Text.Json;
using BalanceGen.Tests.RealData;

namespace BalanceGen.Tests.Peers;

public sealed class ScikitLearnTests
{
    private const string ClassWeightsOfEverySet = """
        import json, sys
        import numpy as np
        from sklearn.utils.class_weight import compute_class_weight
        answer = {}
        for name, labels in json.load(sys.stdin).items():
            y = np.repeat(*map(np.array, zip(*labels))) if isinstance(labels[0], list) else np.array(labels)
            classes = np.unique(y)
            answer[name] = dict(zip(map(str, classes), compute_class_weight('balanced', classes=classes, y=y).tolist()))
        json.dump(answer, sys.stdout)
        """;

    [PeerFact("sklearn", needsRealData: true)]
    public void Balanced_weights_equal_compute_class_weight_on_every_real_set()
    {
        // Labels go out row by row as they are in the files; of count lists, which have no rows, the class name and the count.
        RealDataset[] sets = [.. RealDataset.SingleLabelSets()];
        var labels = sets.ToDictionary(set => set.ToString(), set => set.IsCountList
            ? [.. set.Expected.Where(expected => expected.Count > 0).Select(expected => (object)new object[] { expected.Class, expected.Count })]
            : (object[])[.. set.ReadLabels()]);
        string output = PythonPeer.Run(ClassWeightsOfEverySet, JsonSerializer.Serialize(labels));
        var theirs = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, double>>>(output)!;

        Assert.True(sets.Length >= 30);
        foreach (RealDataset set in sets)
        {
            var classes = new ClassSet([.. set.Expected.Select(expected => expected.Class)]);
            ClassCounts counts = set.IsCountList
                ? new ClassCounts(classes, [.. set.Expected.Select(expected => expected.Count)])
                : ClassCounts.Of(classes, [.. set.ReadLabels().Select(classes.IndexOf)]);
            ClassWeights ours = ClassWeights.Balanced(counts, ZeroCountPolicy.ZeroWeight);
            for (int index = 0; index < classes.Count; index++)
            {
                double expected = theirs[set.ToString()].GetValueOrDefault(classes[index]);
                Assert.True(Math.Abs(ours[index] - expected) <= 1e-12 * Math.Abs(expected), $"{set}, class '{classes[index]}': {ours[index]:R} is not {expected:R}.");
            }
        }
    }
}
