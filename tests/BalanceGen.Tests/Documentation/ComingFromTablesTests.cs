using System.Text.Json;
using System.Text.RegularExpressions;
using BalanceGen.Tests.Peers;

namespace BalanceGen.Tests.Documentation;

/// <summary>The tables of docs/coming-from/: what each peer has and what it is here.</summary>
public sealed partial class ComingFromTablesTests
{
    /// <summary>What begins the cell of what this library does not do.</summary>
    private const string NotHere = "no: ";

    public static TheoryData<string> Pages => [.. PageNames];

    private static string[] PageNames => [.. Directory.EnumerateFiles(Folder, "*.md").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.Root, "docs", "coming-from");

    [Fact]
    public void Each_peer_has_a_page_that_the_first_page_leads_to()
    {
        string first = File.ReadAllText(Path.Combine(Repository.Root, "docs", "coming-from.md"));
        Assert.Equal(12, PageNames.Length);
        Assert.All(PageNames, page => Assert.Contains($"](coming-from/{page})", first, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_row_says_what_it_is_here_or_why_not(string page)
    {
        Assert.NotEmpty(Rows(page));
        Assert.All(Rows(page), row => Assert.True(row.There.Length > 2 && row.Here.Length > 3 && row.Here.Trim() != NotHere.Trim(), row.There));
        Assert.Distinct(Rows(page).Select(row => row.There));
        Assert.All(File.ReadAllLines(Path.Combine(Folder, page)), line => Assert.InRange(line.Length, 0, 140));
    }

    [Fact]
    public void There_are_fewer_than_15_gaps()
    {
        (string Page, string There)[] gaps = [.. PageNames.SelectMany(page => Rows(page).Where(row => row.Here.StartsWith(NotHere, StringComparison.Ordinal)).Select(row => (page, row.There)))];
        Assert.InRange(gaps.Length, 1, 14);
    }

    [PeerFact("sklearn")]
    public void Every_splitter_of_scikit_learn_is_on_the_page() => AssertNamed("scikit-learn.md", """
        import json, sys, inspect, sklearn.model_selection as m
        names = [n for n in m.__all__ if inspect.isclass(getattr(m, n)) and hasattr(getattr(m, n), 'split')]
        json.dump(names + ['train_test_split', 'check_cv', 'compute_class_weight', 'compute_sample_weight', 'resample', 'shuffle'], sys.stdout)
        """);

    [PeerFact("imblearn")]
    public void Every_sampler_of_imbalanced_learn_is_on_the_page() => AssertNamed("imbalanced-learn.md", """
        import json, sys, imblearn.over_sampling as o, imblearn.under_sampling as u, imblearn.combine as c, imblearn.ensemble as e
        json.dump(o.__all__ + u.__all__ + c.__all__ + e.__all__ + ['FunctionSampler', 'make_imbalance', 'Pipeline', 'make_pipeline'], sys.stdout)
        """);

    [PeerFact("torch")]
    public void Every_sampler_and_data_set_of_PyTorch_is_on_the_page() => AssertNamed("pytorch.md", """
        import json, sys, torch.utils.data as d
        json.dump([n for n in d.__all__ if not n.startswith('_') and ('Sampler' in n or 'Data' in n or n in ('Subset', 'random_split'))], sys.stdout)
        """);

    /// <summary>Of the packages that are installed: every name is somewhere on the page, in code.</summary>
    private static void AssertNamed(string page, string script)
    {
        string[] names = JsonSerializer.Deserialize<string[]>(PythonPeer.Run(script, ""))!;
        Assert.NotEmpty(names);
        HashSet<string> words = [.. Code().Matches(File.ReadAllText(Path.Combine(Folder, page))).SelectMany(code => AnyWord().Matches(code.Groups[1].Value)).Select(word => word.Value)];
        Assert.DoesNotContain(names, name => !words.Contains(name));
    }

    private static IEnumerable<(string There, string Here)> Rows(string page) =>
        File.ReadAllLines(Path.Combine(Folder, page))
            .SkipWhile(line => line != "| there | here |").Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|', ' ').Split(" | "))
            .Select(cells =>
            {
                Assert.Equal(2, cells.Length);
                return (cells[0].Trim(), cells[1].Trim());
            });

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\b[A-Za-z_][A-Za-z0-9_]*\b")]
    private static partial Regex AnyWord();
}
