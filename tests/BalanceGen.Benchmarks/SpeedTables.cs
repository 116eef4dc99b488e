using System.Globalization;
using System.Text.RegularExpressions;

namespace BalanceGen.Benchmarks;

/// <summary>Writes the figures of one comparison into the tables of the pages that show them, so that nobody copies a figure by hand.</summary>
internal static partial class SpeedTables
{
    private static readonly string[] Pages = ["README.md", Path.Combine("docs", "performance.md")];

    /// <summary>What the columns of a table are, which may have fewer; a table of one column has <see cref="OnlySize"/>.</summary>
    private static readonly int[] Sizes = [170, 5955, 1_000_000, 10_000_000];

    private const int OnlySize = 1_000_000;

    /// <summary>The first cell of a row, and the case whose nanoseconds it has.</summary>
    private static readonly Dictionary<string, string> Times = new()
    {
        ["`WeightedRandomSampler.Fill`"] = "weighted_with_replacement_fill",
        ["**weighted with replacement, `Fill`**"] = "weighted_with_replacement_fill",
        ["the same draws in C"] = "weighted_with_replacement_fill:c",
        ["`List<int>` per class, `new Random()`"] = "weighted_with_replacement_fill:list_per_class",
        ["cumulative weights, binary search"] = "weighted_with_replacement_fill:cumulative_binary_search",
        ["PyTorch WeightedRandomSampler"] = "weighted_with_replacement_fill:pytorch_sampler",
        ["torch.multinomial"] = "weighted_with_replacement_fill:torch_multinomial",
        ["NumPy choice(p)"] = "weighted_with_replacement_fill:numpy_choice",
        ["`BalancedSampler.Fill`"] = "balanced_fill",
        ["**balanced, `Fill`** (no peer)"] = "balanced_fill",
        ["**balanced, row numbers enumerated**"] = "balanced_enumerate_rows",
        ["**balanced, rows by reference through batches**"] = "balanced_batches_by_ref",
        ["one `Fill`, then one access a row"] = "balanced_batches_by_ref:fill_and_one_access",
        ["imbalanced-learn RandomOverSampler, per row made"] = "balanced_fill:imblearn_over_sampler",
        ["**without replacement, half of the rows**"] = "weighted_without_replacement",
        ["torch.multinomial, replacement=False"] = "weighted_without_replacement:torch_multinomial",
        ["**one weight per row, without replacement, half of the rows**"] = "row_weights_without_replacement",
        ["torch.multinomial with these weights"] = "row_weights_without_replacement:torch_multinomial",
        ["**index build**"] = "index_build",
        ["the sort alone in C, into memory in use"] = "index_build:c_sort_into_memory_in_use",
        ["the same sort into new memory"] = "index_build:c_sort_into_new_memory",
        ["NumPy argsort"] = "index_build:numpy_argsort",
        ["**counting**"] = "count_classes",
        ["the same counts in C"] = "count_classes:c",
        ["CountBy"] = "count_classes:count_by",
        ["NumPy bincount"] = "count_classes:numpy_bincount",
        ["StratifiedRandomSampler, batches of 128"] = "stratified_random_fill",
        ["ClassAwareSampler, up to 16 classes × 8 rows"] = "class_aware_fill",
        ["MinimumQuotaSampler, batches of 128"] = "minimum_quota_fill",
        ["ScheduledBalancedSampler"] = "scheduled_fill",
        ["RandomOverSampler"] = "random_over_fill",
        ["RandomUnderSampler"] = "random_under_fill",
        ["RepeatFactorSampler"] = "repeat_factor_fill",
        ["InterleavedSampler of two"] = "interleaved_fill",
        ["one weight per row, with replacement"] = "row_weights_fill",
        ["WeightedRandomPlaceSampler beyond 2³¹ rows"] = "class_places_beyond_2^31_fill",
        ["RandomSampler"] = "random_fill",
    };

    /// <summary>The first cell of a row, and the case in C by whose time that of ours is divided.</summary>
    private static readonly Dictionary<string, string> RatiosToC = new()
    {
        ["weighted with replacement"] = "weighted_with_replacement_fill:c",
        ["counting"] = "count_classes:c",
        ["index build / the sort alone, into memory in use"] = "index_build:c_sort_into_memory_in_use",
        ["index build / the sort alone, into new memory"] = "index_build:c_sort_into_new_memory",
    };

    /// <summary>Writes the figures below the working directory, the repository's root. A case that did not run leaves its cells as they are.</summary>
    /// <param name="nanoseconds">The time of each case for each number of rows.</param>
    public static void Write(Dictionary<(string Case, int Rows), double> nanoseconds)
    {
        HashSet<string> rows = [.. Times.Keys, .. RatiosToC.Keys];
        foreach (string page in Pages)
        {
            string text = File.ReadAllText(page);
            File.WriteAllText(page, TableRow().Replace(text, row => Row(row, nanoseconds)));
            rows.ExceptWith(TableRow().Matches(text).Select(row => row.Groups["cell"].Captures[0].Value));
        }

        if (rows.Count > 0)
        {
            throw new InvalidOperationException($"No page has a table row named: {string.Join("; ", rows)}.");
        }
    }

    private static string Row(Match row, Dictionary<(string Case, int Rows), double> nanoseconds)
    {
        string[] cells = row.Groups["cell"].Captures.Select(cell => cell.Value).ToArray();
        int[] sizes = cells.Length == 2 ? [OnlySize] : [.. Sizes.Take(cells.Length - 1)];
        if (cells.Length != sizes.Length + 1)
        {
            return row.Value;
        }

        for (int column = 0; column < sizes.Length; column++)
        {
            if (Times.TryGetValue(cells[0], out string? name) && nanoseconds.TryGetValue((name, sizes[column]), out double time))
            {
                cells[column + 1] = Figure(time);
            }
            else if (RatiosToC.TryGetValue(cells[0], out string? inC) && nanoseconds.TryGetValue((inC, sizes[column]), out double ofC))
            {
                cells[column + 1] = (nanoseconds[(inC[..inC.IndexOf(':', StringComparison.Ordinal)], sizes[column])] / ofC).ToString("F2", CultureInfo.InvariantCulture);
            }
        }

        return $"| {string.Join(" | ", cells)} |";
    }

    /// <summary>Three digits, or as many as there are before the point.</summary>
    private static string Figure(double nanoseconds) =>
        nanoseconds.ToString(nanoseconds switch { < 1 => "F2", < 100 => "F1", _ => "F0" }, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\|(?: (?<cell>[^|\n]+) \|)+$", RegexOptions.Multiline)]
    private static partial Regex TableRow();
}
