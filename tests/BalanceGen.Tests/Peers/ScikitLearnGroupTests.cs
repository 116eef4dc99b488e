using System.Text.Json;
using BalanceGen.Tests.Sampling;

namespace BalanceGen.Tests.Peers;

/// <summary>Splits by groups against scikit-learn's, on its own test cases and on random ones.</summary>
public sealed class ScikitLearnGroupTests
{
    private const int Folds = 5;

    private const string StratifiedGroups = """
        import json, sys, warnings
        import numpy as np
        from sklearn.model_selection import StratifiedGroupKFold
        warnings.simplefilter('ignore')
        answers = []
        for y, g, k in json.load(sys.stdin):
            fold = np.zeros(len(y), int)
            for number, (_, test) in enumerate(StratifiedGroupKFold(k).split(np.zeros((len(y), 1)), y, g)):
                fold[test] = number
            answers.append(fold.tolist())
        json.dump(answers, sys.stdout)
        """;

    private const string GroupShuffle = """
        import json, sys
        import numpy as np
        from sklearn.model_selection import GroupShuffleSplit
        json.dump([[test.tolist() for _, test in GroupShuffleSplit(20, test_size=0.2, random_state=1).split(np.zeros((len(y), 1)), y, g)]
                   for y, g, _ in json.load(sys.stdin)], sys.stdout)
        """;

    [PeerFact("sklearn")]
    public void Folds_of_its_test_cases_and_of_random_ones_are_more_even_than_those_of_StratifiedGroupKFold()
    {
        Case[] cases = [.. TheirTests(), .. Random(200)];
        int[][] theirs = JsonSerializer.Deserialize<int[][]>(PythonPeer.Run(StratifiedGroups, Input(cases)))!;
        Assert.Equal(cases.Length, theirs.Length);
        (double ours, double peer) = (0, 0);
        for (int number = 0; number < cases.Length; number++)
        {
            Case one = cases[number];
            int[] folds = FoldsOf(one);
            Assert.All(one.Groups.Distinct(), group => Assert.Single(Rows(one, group).Select(row => folds[row]).Distinct()));
            (double our, double their) = (Unevenness(one, folds), Unevenness(one, theirs[number]));
            Assert.True(our <= their + 1e-9, $"Case {number} of {one.Groups.Distinct().Count()} groups: {our} is more than {their}.");
            (ours, peer) = (ours + our, peer + their);
        }

        Assert.True(ours < 0.9 * peer, $"{ours / cases.Length} against {peer / cases.Length}.");
    }

    [PeerFact("sklearn")]
    public void A_split_is_much_nearer_to_its_shares_than_the_best_of_twenty_of_GroupShuffleSplit()
    {
        Case[] cases = [.. Random(60)];
        int[][][] theirs = JsonSerializer.Deserialize<int[][][]>(PythonPeer.Run(GroupShuffle, Input(cases)))!;
        for (int number = 0; number < cases.Length; number++)
        {
            Case one = cases[number];
            RowSubsets subsets = RowSubsets.Of(one.Index, one.Options, SubsetSize.Rest, SubsetSize.Share(0.2));
            double best = theirs[number].Min(test => Distance(one, [.. test]));
            Assert.InRange(Distance(one, [.. subsets[1]]), 0, best + 1e-9);
        }
    }

    /// <summary>The measure that StratifiedGroupKFold makes small: the mean over the classes of the standard deviation of the folds' shares.</summary>
    private static double Unevenness(Case one, int[] folds) =>
        Enumerable.Range(0, one.ClassCount).Average(classIndex =>
        {
            double total = one.Classes.Count(of => of == classIndex);
            double[] shares = [.. Enumerable.Range(0, one.Folds).Select(fold => Enumerable.Range(0, folds.Length).Count(row => folds[row] == fold && one.Classes[row] == classIndex) / total)];
            return Math.Sqrt(shares.Average(share => (share - shares.Average()) * (share - shares.Average())));
        });

    /// <summary>How far the shares of the classes and of all rows in the test subset are from a fifth.</summary>
    private static double Distance(Case one, HashSet<int> test) =>
        (Math.Abs(((double)test.Count / one.Classes.Length) - 0.2) / 4)
        + Enumerable.Range(0, one.ClassCount).Sum(classIndex =>
            Math.Abs((Enumerable.Range(0, one.Classes.Length).Count(row => one.Classes[row] == classIndex && test.Contains(row)) / (double)one.Classes.Count(of => of == classIndex)) - 0.2));

    private static int[] FoldsOf(Case one)
    {
        var folds = new int[one.Classes.Length];
        RowFolds ours = RowFolds.Of(one.Index, one.Folds, one.Options);
        for (int fold = 0; fold < ours.Count; fold++)
        {
            foreach (int row in ours[fold].Test)
            {
                folds[row] = fold;
            }
        }

        return folds;
    }

    private static IEnumerable<int> Rows(Case one, int group) => Enumerable.Range(0, one.Groups.Length).Where(row => one.Groups[row] == group);

    private static string Input(Case[] cases) => JsonSerializer.Serialize(cases.Select(one => new object[] { one.Classes, one.Groups, one.Folds }));

    private static IEnumerable<Case> TheirTests()
    {
        int[] sixAndTwelve = [.. Enumerable.Repeat(1, 6), .. Enumerable.Repeat(0, 12)];
        yield return new Case(sixAndTwelve, [1, 2, 3, 4, 5, 6, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6], 3);
        yield return new Case(sixAndTwelve, [1, 2, 3, 3, 4, 4, 1, 1, 2, 2, 3, 4, 5, 5, 5, 6, 6, 6], 3);
        yield return new Case([.. Enumerable.Repeat(0, 6), .. Enumerable.Repeat(1, 6)], [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6], 3);
        yield return new Case([.. Enumerable.Repeat(0, 9), .. Enumerable.Repeat(1, 3)], [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 5, 6], 3);
        var numbers = new Xorshift(11);
        foreach (int percent in (int[])[40, 30, 20, 80])
        {
            foreach (int groups in (int[])[5, 30, 70])
            {
                yield return new Case(
                    [.. Enumerable.Range(0, 1000).Select(_ => numbers.Below(100) < percent ? 0 : 1)], [.. Enumerable.Range(0, 1000).Select(_ => numbers.Below(groups))], Folds);
            }
        }

        yield return new Case(new int[1000], [.. Enumerable.Range(0, 1000).Select(_ => numbers.Below(15))], Folds);
    }

    /// <summary>Groups of very different sizes, each with classes of its own preference.</summary>
    private static IEnumerable<Case> Random(int count)
    {
        var numbers = new Xorshift(17);
        while (count > 0)
        {
            int classCount = 2 + numbers.Below(5);
            int groups = 12 + numbers.Below(60);
            var classes = new List<int>();
            var groupOfRow = new List<int>();
            for (int group = 0; group < groups; group++)
            {
                int preferred = numbers.Below(classCount);
                int rows = 1 + numbers.Below(1 << (1 + numbers.Below(6)));
                for (int row = 0; row < rows; row++)
                {
                    classes.Add(numbers.Below(3) > 0 ? preferred : numbers.Below(classCount));
                    groupOfRow.Add(group);
                }
            }

            if (Enumerable.Range(0, classCount).All(classIndex => classes.Count(of => of == classIndex) >= Folds))
            {
                count--;
                yield return new Case([.. classes], [.. groupOfRow], Folds);
            }
        }
    }

    private sealed record Case(int[] Classes, int[] Groups, int Folds)
    {
        public int ClassCount => Classes.Max() + 1;

        public RowIndex Index => RowIndex.Build(Indices.Classes(ClassCount), Classes);

        public SplitOptions Options => new() { Seed = 1, Groups = SplitGroups.Of<int>(Groups), RareClasses = RareClassPolicy.Spread };
    }
}
