using System.Globalization;
using System.Text.Json;
using BalanceGen.Tests.Peers;
using BalanceGen.Tests.Statistics;
using BalanceGen.Tool.Analysis;
using BalanceGen.Tool.Tables;
using MathNet.Numerics.Distributions;

namespace BalanceGen.Tool.Tests.Reports;

/// <summary>Every figure of a report, computed again by SQL or by plain arithmetic.</summary>
public sealed class ReportFiguresTests
{
    private const string Rows = """
        id,size,colour,fold,breed
        1,10,red,train,siamese
        2,11,red,train,siamese
        3,10,red,test,siamese
        4,12,blue,train,Siamese
        5,10,red,train,birman
        6,13,blue,test,birman
        7,14,blue,train,
        8,15,grey,train,siamese
        9,16,grey,test,korat
        10,12,blue,test,Siamese

        """;

    [Fact]
    public void Summary_is_what_SQL_computes()
    {
        using var folder = new Folder();
        string path = folder.Write("cats.csv", Rows);
        JsonElement summary = Report(path, "--id", "id").GetProperty("summary");
        using var database = new Database();
        string counts = $"(SELECT breed, count(*) AS n FROM read_csv({Sql.Text(path)}, all_varchar = true) WHERE breed IS NOT NULL GROUP BY breed)";
        double Sum(string expression)
        {
            double number = double.NaN;
            database.Query($"SELECT ({expression})::DOUBLE FROM {counts}", reader => number = reader.GetDouble(0));
            return number;
        }

        AssertNear(Sum("sum(n)"), summary.GetProperty("rows").GetDouble());
        AssertNear(1, summary.GetProperty("missing").GetDouble());
        AssertNear(Sum("count(*)"), summary.GetProperty("classes").GetDouble());
        AssertNear(Sum("max(n) / min(n)"), summary.GetProperty("imbalanceRatio").GetDouble());
        AssertNear(Sum("-sum(n / 9 * log2(n / 9))"), summary.GetProperty("entropy").GetDouble());
        AssertNear(Sum("-sum(n / 9 * log2(n / 9)) / log2(count(*))"), summary.GetProperty("normalizedEntropy").GetDouble());
        AssertNear(Sum("exp(-sum(n / 9 * ln(n / 9)))"), summary.GetProperty("effectiveClasses").GetDouble());
        AssertNear(Sum("(SELECT sum(abs(a.n - b.n)) FROM " + counts + " a, " + counts + " b) / (2 * count(*) * sum(n))"), summary.GetProperty("gini").GetDouble());
        AssertNear(Sum("max(n) / sum(n)"), summary.GetProperty("topTenPercentShare").GetDouble());
        AssertNear(Sum("count(*) FILTER (n = 1)"), summary.GetProperty("singleRowClasses").GetDouble());
    }

    [Fact]
    public void Classes_have_their_shares_their_ranks_and_their_chance_to_be_absent()
    {
        using var folder = new Folder();
        JsonElement report = Report(folder.Write("cats.csv", Rows), "--classes", "siamese,Siamese,birman,korat,manx");
        (string, long, int)[] expected = [("siamese", 4, 1), ("Siamese", 2, 2), ("birman", 2, 3), ("korat", 1, 4), ("manx", 0, 5)];
        JsonElement[] classes = [.. report.GetProperty("classes").EnumerateArray()];
        Assert.Equal(expected, classes.Select(entry => (entry.GetProperty("class").GetString()!, entry.GetProperty("count").GetInt64(), entry.GetProperty("rank").GetInt32())));
        foreach (JsonElement entry in classes)
        {
            double share = entry.GetProperty("count").GetInt64() / 9.0;
            AssertNear(share, entry.GetProperty("share").GetDouble());
            AssertNear(Math.Pow(1 - share, 16), entry.GetProperty("absentFromBatch")[0].GetDouble());
            AssertNear(Math.Pow(1 - share, 4096), entry.GetProperty("absentFromBatch")[8].GetDouble());
        }

        // N / (C·n) over the four classes that have rows.
        AssertNear(9.0 / (4 * 4), classes[0].GetProperty("weights").GetProperty("balanced").GetDouble());
        AssertNear(9.0 / 4, classes[3].GetProperty("weights").GetProperty("balanced").GetDouble());
        AssertNear(0, classes[4].GetProperty("weights").GetProperty("balanced").GetDouble());
    }

    [Fact]
    public void Findings_name_what_is_wrong_with_the_labels()
    {
        using var folder = new Folder();
        JsonElement report = Report(folder.Write("cats.csv", Rows), "--id", "id", "--classes", "siamese,birman,manx", "--split-column", "fold");
        Dictionary<string, JsonElement> findings = report.GetProperty("findings").EnumerateArray().ToDictionary(finding => finding.GetProperty("kind").GetString()!);

        Assert.Equal(["manx"], Examples(findings["emptyClass"]));
        Assert.Equal(1, findings["missingLabel"].GetProperty("count").GetInt64());
        Assert.Equal(["Siamese", "korat"], Examples(findings["undeclaredLabel"]));
        Assert.Equal(["siamese", "Siamese"], Examples(findings["sameLabelWrittenDifferently"]));

        // Rows 0, 2 and 4 are (10, red): twice siamese, once birman. Of each label the first row is named.
        Assert.Equal(1, findings["conflictingLabels"].GetProperty("count").GetInt64());
        Assert.Equal(["row 0: siamese, row 4: birman"], Examples(findings["conflictingLabels"]));

        // Without the fold, rows 2 and 9 of the test split are equal to rows of the training split.
        Assert.Equal(2, findings["rowInTwoSplits"].GetProperty("count").GetInt64());
        Assert.Equal(["row 2", "row 9"], Examples(findings["rowInTwoSplits"]));
    }

    [Fact]
    public void Sorted_clustered_and_mixed_rows_are_told_apart()
    {
        using var folder = new Folder();
        string[] labels = [.. Enumerable.Range(0, 300).Select(row => row < 200 ? "a" : "b")];
        string Write(string name, IEnumerable<string> rows) => folder.Write(name, "label\n" + string.Join('\n', rows) + "\n");
        int[] shuffled = [.. Enumerable.Range(0, 300)];
        new Random(1).Shuffle(shuffled);
        string sorted = Write("sorted.csv", labels);
        string mixed = Write("mixed.csv", shuffled.Select(row => labels[row]));
        string clustered = Write("clustered.csv", Enumerable.Range(0, 300).Select(row => labels[shuffled[row / 10]]));

        JsonElement order = Report(sorted).GetProperty("order");
        Assert.Equal("sorted", order.GetProperty("kind").GetString());
        Assert.Equal((2, 200, 0L), (order.GetProperty("runs").GetInt32(), order.GetProperty("longestRun").GetInt32(), order.GetProperty("longestRunStart").GetInt64()));

        // 1 + (300² − 200² − 100²)/300
        AssertNear(1 + (40_000 / 300.0), order.GetProperty("expectedRuns").GetDouble());
        Assert.Equal("mixed", Report(mixed).GetProperty("order").GetProperty("kind").GetString());
        Assert.Equal("clustered", Report(clustered).GetProperty("order").GetProperty("kind").GetString());
    }

    [Fact]
    public void Training_outlook_is_what_the_library_draws_for_the_same_rows_and_seed()
    {
        using var folder = new Folder();
        string[] labels = [.. Enumerable.Range(0, 400).Select(row => row % 20 == 3 ? "rare" : row % 4 == 0 ? "some" : "many")];
        string path = folder.Write("rows.csv", "label\n" + string.Join('\n', labels) + "\n");
        JsonElement training = Report(path, "--batch", "16", "--epochs", "3", "--seed", "7").GetProperty("training");
        var classes = new ClassSet("many", "rare", "some");
        RowIndex index = RowIndex.Build(classes, labels.Select(classes.IndexOf).ToArray());
        Sampler[] samplers = [new RandomSampler(index, 7), new WeightedRandomSampler(index, 7), new BalancedSampler(index, 7)];
        SamplerPlan[] plans = [((RandomSampler)samplers[0]).Plan, ((WeightedRandomSampler)samplers[1]).Plan, ((BalancedSampler)samplers[2]).Plan];
        for (int number = 0; number < samplers.Length; number++)
        {
            JsonElement outlook = training.GetProperty("samplers")[number];
            AssertNear(plans[number].EpochsUntilAllSeen!.Value, outlook.GetProperty("epochsUntilAllSeen").GetDouble());
            AssertNear(plans[number].RowsSeenPerEpoch, outlook.GetProperty("rowsSeenPerEpoch").GetDouble());
            var rows = new int[1200];
            samplers[number].Fill(0, rows);
            foreach (JsonElement composition in outlook.GetProperty("compositions").EnumerateArray())
            {
                int classIndex = composition.GetProperty("classIndex").GetInt32();
                int[] counts = [.. rows.Chunk(16).Where(batch => batch.Length == 16).Select(batch => batch.Count(row => classes.IndexOf(labels[row]) == classIndex)).Order()];
                AssertNear(counts.Average(), composition.GetProperty("mean").GetDouble());
                AssertNear(counts.Count(count => count == 0) / (double)counts.Length, composition.GetProperty("absentShare").GetDouble());
                Assert.Equal(counts[(int)Math.Ceiling(0.5 * counts.Length) - 1], composition.GetProperty("median").GetInt32());
                Assert.Equal(counts[(int)Math.Ceiling(0.05 * counts.Length) - 1], composition.GetProperty("low").GetInt32());
                Assert.Equal(counts[(int)Math.Ceiling(0.95 * counts.Length) - 1], composition.GetProperty("high").GetInt32());
            }

            foreach (JsonElement seen in outlook.GetProperty("timesSeen").EnumerateArray())
            {
                int classIndex = seen.GetProperty("classIndex").GetInt32();
                int[] times = [.. Enumerable.Range(0, 400).Where(row => classes.IndexOf(labels[row]) == classIndex).Select(row => rows.Count(drawn => drawn == row))];
                for (int point = 0; point < seen.GetProperty("times").GetArrayLength(); point++)
                {
                    int most = seen.GetProperty("times")[point].GetInt32();
                    AssertNear(times.Count(drawn => drawn <= most) / (double)times.Length, seen.GetProperty("shares")[point].GetDouble());
                }
            }
        }
    }

    [Fact]
    public void Density_of_coverage_has_the_mean_of_the_plan_and_simulated_runs_fit_it()
    {
        var classes = new ClassSet("a", "b", "c");
        RowIndex index = RowIndex.OfSortedRows(new ClassCounts(classes, 60, 20, 5));
        SamplerPlan plan = new WeightedRandomSampler(index, 1).Plan;
        (double[] epochs, double[] density) = CoverageTime.Density(plan);
        double step = epochs[1] - epochs[0];
        double mean = epochs.Zip(density, (epoch, height) => epoch * height * step).Sum();
        Assert.Equal(plan.EpochsUntilAllSeen!.Value, mean, tolerance: 0.005 * mean);

        // The number of draws until all rows were seen in 2,000 runs, against the distribution.
        var times = new double[2000];
        for (int run = 0; run < times.Length; run++)
        {
            var sampler = new WeightedRandomSampler(index, seed: 1000 + run);
            var seen = new HashSet<int>();
            long draw = 0;
            for (; seen.Count < 85; draw++)
            {
                seen.Add(sampler.RowAt(draw));
            }

            times[run] = draw / 85.0;
        }

        Significance.AssertKept(Significance.KolmogorovSmirnov([.. times.Select(time => CoverageTime.Probability(plan, time))]), "coverage time");
    }

    [Fact]
    public void Tail_of_chi_square_is_that_of_a_library_of_statistics()
    {
        foreach (int degrees in (int[])[1, 2, 5, 36, 1000, 10_000])
        {
            foreach (double factor in (double[])[0.1, 0.7, 0.99, 1, 1.05, 1.5, 3])
            {
                double expected = 1 - ChiSquared.CDF(degrees, degrees * factor);
                Assert.Equal(expected, ChiSquareTail.Of(degrees, degrees * factor), tolerance: 1e-10 + (1e-9 * expected));
            }
        }
    }

    [PeerFact("scipy")]
    public void Drift_is_what_scipy_computes()
    {
        long[] first = [500, 30, 20, 7, 0];
        long[] second = [400, 60, 15, 0, 3];
        var classes = new ClassSet("a", "b", "c", "d", "e");
        DriftStatistics drift = DriftStatistics.Between(new ClassCounts(classes, first), new ClassCounts(classes, second));
        string output = PythonPeer.Run(
            "from scipy.stats import chi2_contingency\nfrom scipy.spatial.distance import jensenshannon\na=[500,30,20,7,0];b=[400,60,15,0,3]\n"
            + "r=chi2_contingency([a,b],correction=False)\nprint(repr(float(jensenshannon(a,b,2)**2)),repr(float(r[0])),repr(float(r[1])),r[2])",
            "");
        double[] expected = [.. output.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        AssertNear(expected[0], drift.JensenShannon);
        AssertNear(expected[1], drift.ChiSquare);
        Assert.Equal(expected[2], drift.PValue, tolerance: 1e-9 * expected[2]);
        Assert.Equal(expected[3], drift.DegreesOfFreedom);
        Assert.Equal("b", drift.LargestDifferenceClass);
    }

    [PeerFact("sklearn")]
    public void Scores_of_predictions_and_of_the_majority_guess_are_what_scikit_learn_computes()
    {
        using var folder = new Folder();
        string[] truth = [.. Enumerable.Range(0, 200).Select(row => row % 10 == 0 ? "c" : row % 3 == 0 ? "b" : "a")];
        string[] predicted = [.. Enumerable.Range(0, 200).Select(row => row % 7 == 0 ? "a" : truth[row * 3 % 200])];
        string train = folder.Write("train.csv", "label\n" + string.Join('\n', truth) + "\n");
        string predictions = folder.Write("predictions.csv", "label,prediction\n" + string.Join('\n', truth.Zip(predicted, (label, guess) => $"{label},{guess}")) + "\n");
        JsonElement report = Report(train, "--predictions", predictions);
        string output = PythonPeer.Run(
            "import sys\nfrom sklearn.metrics import accuracy_score,balanced_accuracy_score,f1_score,recall_score,log_loss\nimport collections\n"
            + "rows=[l.split(',') for l in sys.stdin.read().split()]\nt=[r[0] for r in rows];p=[r[1] for r in rows];m=['a']*len(t)\n"
            + "n=collections.Counter(t);q=[[n[c]/len(t) for c in 'abc']]*len(t)\n"
            + "print(accuracy_score(t,p),balanced_accuracy_score(t,p),f1_score(t,p,average='macro'),*recall_score(t,p,average=None),accuracy_score(t,m),balanced_accuracy_score(t,m),f1_score(t,m,average='macro',zero_division=0),log_loss(t,q,labels=['a','b','c']))",
            string.Join('\n', truth.Zip(predicted, (label, guess) => $"{label},{guess}")));
        double[] expected = [.. output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        JsonElement scores = report.GetProperty("predictions");
        JsonElement metrics = report.GetProperty("metrics");
        double[] actual =
        [
            scores.GetProperty("accuracy").GetDouble(), scores.GetProperty("balancedAccuracy").GetDouble(), scores.GetProperty("macroF1").GetDouble(),
            .. scores.GetProperty("recalls").EnumerateArray().Select(recall => recall.GetDouble()),
            metrics.GetProperty("accuracy").GetDouble(), metrics.GetProperty("balancedAccuracy").GetDouble(), metrics.GetProperty("macroF1").GetDouble(), metrics.GetProperty("logLoss").GetDouble(),
        ];
        Assert.Equal(expected.Length, actual.Length);
        foreach ((double one, double other) in expected.Zip(actual))
        {
            AssertNear(one, other);
        }
    }

    [Fact]
    public void Figures_of_several_labels_a_row_are_counted_by_hand()
    {
        using var folder = new Folder();
        string path = folder.Write("tags.csv", "tags\na|b\na\na|b|c\nb\n\"\"\na|c\n");
        JsonElement multi = Report(path, "--separator", "|").GetProperty("multiLabel");

        // Labels: a 4, b 3, c 2 over 6 rows, of which one has none.
        AssertNear(9 / 6.0, multi.GetProperty("labelsPerRow").GetDouble());
        AssertNear(9 / 6.0 / 3, multi.GetProperty("density").GetDouble());
        Assert.Equal([1.0, 4 / 3.0, 2.0], multi.GetProperty("imbalanceRatioOfClass").EnumerateArray().Select(ratio => ratio.GetDouble()));
        AssertNear((1 + (4 / 3.0) + 2) / 3, multi.GetProperty("meanImbalanceRatio").GetDouble());
        Assert.Equal([1L, 2, 2, 1], multi.GetProperty("rowsOfSetSize").EnumerateArray().Select(rows => rows.GetInt64()));
        int[] order = [.. multi.GetProperty("coOccurrenceClasses").EnumerateArray().Select(index => index.GetInt32())];
        long[,] expected = { { 4, 2, 2 }, { 2, 3, 1 }, { 2, 1, 2 } };
        for (int row = 0; row < 3; row++)
        {
            for (int column = 0; column < 3; column++)
            {
                Assert.Equal(expected[order[row], order[column]], multi.GetProperty("coOccurrence")[row][column].GetInt64());
            }
        }
    }

    [Fact]
    public void Provenance_has_the_length_and_the_hash_of_the_file()
    {
        using var folder = new Folder();
        string path = folder.Write("cats.csv", Rows);
        JsonElement file = Report(path).GetProperty("provenance").GetProperty("files")[0];
        byte[] bytes = File.ReadAllBytes(path);
        Assert.Equal(bytes.Length, file.GetProperty("bytes").GetInt64());
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), file.GetProperty("sha256").GetString());
    }

    private static JsonElement Report(string path, params string[] options) => ToolRun.Of(["report", path, "--json", .. options]).Succeeded().Json;

    private static string[] Examples(JsonElement finding) => [.. finding.GetProperty("examples").EnumerateArray().Select(example => example.GetString()!)];

    private static void AssertNear(double expected, double actual) => Assert.Equal(expected, actual, tolerance: 1e-12 + (1e-11 * Math.Abs(expected)));
}
