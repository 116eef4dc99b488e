using System.Text.Json;
using BalanceGen.Evaluation;

namespace BalanceGen.Tests.Peers;

/// <summary>Measures against scikit-learn's, on random and degenerate predictions.</summary>
public sealed class ScikitLearnMetricsTests
{
    private const double Tolerance = 1e-12;

    private const string Metrics = """
        import json, sys, warnings
        import numpy as np
        from sklearn import metrics as m
        warnings.simplefilter('ignore')
        answers = []
        for case in json.load(sys.stdin):
            t, p = np.array(case['truth']), np.array(case['predicted'])
            present = np.unique(t)
            recall = m.recall_score(t, p, labels=present, average=None, zero_division=0)
            kappa = m.cohen_kappa_score(t, p)
            answers.append({
                'accuracy': m.accuracy_score(t, p),
                'balanced': m.balanced_accuracy_score(t, p),
                'macroPrecision': m.precision_score(t, p, labels=present, average='macro', zero_division=0),
                'macroF1': m.f1_score(t, p, labels=present, average='macro', zero_division=0),
                'microF1': m.f1_score(t, p, average='micro', zero_division=0),
                'weightedF1': m.f1_score(t, p, average='weighted', zero_division=0),
                'geometric': float(np.prod(recall) ** (1.0 / len(present))),
                'matthews': m.matthews_corrcoef(t, p),
                'kappa': None if np.isnan(kappa) else kappa,
                'recall': dict(zip(map(str, present), recall.tolist())),
                'f1': dict(zip(map(str, present), m.f1_score(t, p, labels=present, average=None, zero_division=0).tolist())),
            })
        json.dump(answers, sys.stdout)
        """;

    private const string Scores = """
        import json, sys
        import numpy as np
        from sklearn import metrics as m
        case = json.load(sys.stdin)
        t, s = np.array(case['truth']), np.array(case['scores']).reshape(len(case['truth']), -1)
        labels = list(range(s.shape[1]))
        json.dump({'topK': [m.top_k_accuracy_score(t, s, k=k, labels=labels) for k in range(1, s.shape[1])],
                   'brier': [m.brier_score_loss((t == c).astype(int), s[:, c]) for c in labels]}, sys.stdout)
        """;

    [PeerFact("sklearn")]
    public void Measures_equal_those_of_random_and_degenerate_predictions()
    {
        (int Classes, int[] Truth, int[] Predicted)[] cases = [.. Cases()];
        string input = JsonSerializer.Serialize(cases.Select(one => new { truth = one.Truth, predicted = one.Predicted }));
        JsonElement[] answers = [.. JsonDocument.Parse(PythonPeer.Run(Metrics, input)).RootElement.EnumerateArray()];
        Assert.Equal(cases.Length, answers.Length);
        for (int number = 0; number < cases.Length; number++)
        {
            var matrix = new ConfusionMatrix(ClassSet.Numbered(cases[number].Classes));
            matrix.Add(cases[number].Truth, cases[number].Predicted);
            EvaluationReport report = matrix.ToReport();
            JsonElement theirs = answers[number];
            Equal(theirs.GetProperty("accuracy"), report.Accuracy, $"accuracy of case {number}");
            Equal(theirs.GetProperty("balanced"), report.BalancedAccuracy, $"balanced accuracy of case {number}");
            Equal(theirs.GetProperty("macroPrecision"), report.MacroPrecision, $"macro precision of case {number}");
            Equal(theirs.GetProperty("macroF1"), report.MacroF1, $"macro F1 of case {number}");
            Equal(theirs.GetProperty("microF1"), report.MicroF1, $"micro F1 of case {number}");
            Equal(theirs.GetProperty("weightedF1"), report.WeightedF1, $"weighted F1 of case {number}");
            Equal(theirs.GetProperty("geometric"), report.GeometricMean, $"geometric mean of case {number}");
            Equal(theirs.GetProperty("matthews"), report.MatthewsCorrelation, $"Matthews correlation of case {number}");
            Equal(theirs.GetProperty("kappa"), report.CohensKappa, $"kappa of case {number}");
            foreach (ClassScore score in report.Scores)
            {
                string name = report.Classes[score.ClassIndex];
                Equal(theirs.GetProperty("recall").TryGetProperty(name, out JsonElement recall) ? recall : null, score.Recall, $"recall of class {name} of case {number}");
                Equal(theirs.GetProperty("f1").TryGetProperty(name, out JsonElement f1) ? f1 : null, score.F1, $"F1 of class {name} of case {number}");
            }
        }
    }

    [PeerFact("sklearn")]
    public void Top_k_accuracy_and_Brier_score_equal_those_of_random_probabilities()
    {
        const int Classes = 7;
        var numbers = new Xorshift(5);
        int[] truth = [.. Enumerable.Range(0, 400).Select(_ => numbers.Below(Classes))];
        double[] scores = [.. truth.SelectMany(_ => Normalised([.. Enumerable.Range(0, Classes).Select(_ => 1.0 + numbers.Below(1 << 30))]))];
        JsonElement theirs = JsonDocument.Parse(PythonPeer.Run(Scores, JsonSerializer.Serialize(new { truth, scores }))).RootElement;
        for (int k = 1; k < Classes; k++)
        {
            var top = new TopKAccuracy(ClassSet.Numbered(Classes), k);
            top.Add<double>(truth, scores);
            Equal(theirs.GetProperty("topK")[k - 1], top.Accuracy, $"top-{k} accuracy");
        }

        double sum = 0;
        for (int index = 0; index < Classes; index++)
        {
            var table = new CalibrationTable(ClassSet.Numbered(Classes), ofClass: index);
            table.Add<double>(truth, scores);
            Equal(theirs.GetProperty("brier")[index], table.BrierScore, $"Brier score of class {index}");
            sum += table.BrierScore;
        }

        var all = new CalibrationTable(ClassSet.Numbered(Classes));
        all.Add<double>(truth, scores);
        Assert.Equal(sum, all.BrierScore, Tolerance);
    }

    private static IEnumerable<(int Classes, int[] Truth, int[] Predicted)> Cases()
    {
        yield return (2, [0], [0]);
        yield return (2, [0], [1]);
        yield return (2, [0, 0, 0], [0, 0, 0]);
        yield return (2, [0, 0, 1], [0, 0, 0]);
        yield return (2, [0, 0, 0], [0, 1, 1]);
        yield return (2, [0, 1], [1, 0]);
        yield return (5, [1, 3], [3, 3]);
        yield return (5, [4, 4, 4], [0, 1, 2]);
        var numbers = new Xorshift(1);
        yield return (40_000, [.. Enumerable.Range(0, 3000).Select(row => row * 13)], [.. Enumerable.Range(0, 3000).Select(row => row % 4 == 0 ? numbers.Below(40_000) : row * 13)]);
        for (int number = 0; number < 150; number++)
        {
            int classes = 2 + numbers.Below(number % 10 == 0 ? 1500 : 12);
            int rows = 1 + numbers.Below(number % 3 == 0 ? 8 : 2000);
            int hit = numbers.Below(11);
            int[] truth = [.. Enumerable.Range(0, rows).Select(_ => Math.Min(numbers.Below(classes), numbers.Below(classes)))];
            yield return (classes, truth, [.. truth.Select(own => numbers.Below(10) < hit ? own : numbers.Below(classes))]);
        }
    }

    private static IEnumerable<double> Normalised(double[] weights) => weights.Select(weight => weight / weights.Sum());

    private static void Equal(JsonElement? theirs, double? ours, string what)
    {
        double? expected = theirs is null || theirs.Value.ValueKind == JsonValueKind.Null ? null : theirs.Value.GetDouble();
        Assert.True(expected is null ? ours is null : Math.Abs(ours!.Value - expected.Value) <= Tolerance, $"{what}: {ours:R} is not {expected:R}.");
    }
}
