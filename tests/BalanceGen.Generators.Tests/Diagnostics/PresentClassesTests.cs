using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

/// <summary>BALG0201 where the class cannot be one without rows, and the nearest cases in which it can.</summary>
public sealed class PresentClassesTests
{
    [Theory]
    [InlineData("foreach (ClassPlace place in places) { sum += 1.0 / counts[place.ClassIndex]; }")]
    [InlineData("foreach (int row in index) { sum += 1.0 / counts[index.ClassOf(row)]; }")]
    [InlineData("if (index.TryClassOf(3, out int k)) { sum += 1.0 / counts[k]; }")]
    [InlineData("for (int i = 0; i < batch.Count; i++) { sum += 1.0 / counts[batch.ClassIndices[i]]; }")]
    [InlineData("foreach (int k in batch.ClassIndices) { sum += 1.0 / counts[k]; }")]
    [InlineData("foreach (long k in batch.ToLongClassIndices()) { sum += 1.0 / counts[(int)k]; }")]
    [InlineData("foreach (int k in loaded.ClassIndices.Span) { sum += 1.0 / counts[k]; }")]
    [InlineData("foreach (var group in rows.GroupBy(row => (int)row.Breed)) { sum += 1.0 / counts[group.Key]; }")]
    [InlineData("var present = new HashSet<int>(Enumerable.Range(0, 2).Where(k => counts[k] > 0)); foreach (int k in present) { sum += 1.0 / counts[k]; }")]
    [InlineData("int[] present = [.. Enumerable.Range(0, 2).Where(k => counts[k] > 0)]; sum = present.Sum(k => 1.0 / counts[k]);")]
    [InlineData("sum = Enumerable.Range(0, 2).Where(k => models[k] is not null).Sum(k => 1.0 / counts[k]);")]
    [InlineData("sum = counts.Where(pair => pair.Count > 0).Sum(pair => 1.0 / pair.Count);")]
    [InlineData("sum = (from k in Enumerable.Range(0, 2) let n = counts[k] where n > 0 select 1.0 / n).Sum();")]
    public Task Classes_of_rows_draws_groups_and_filters_have_rows(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("long n = counts[c]; var seen = new SortedDictionary<int, long>(); for (int i = 0; i < n; i++) { seen[i % 3] = seen.GetValueOrDefault(i % 3) + 1; } foreach (long times in seen.Values) { sum += (double)times / n; }")]
    [InlineData("long n = counts[c]; List<int> drawn = []; for (int i = 0; i < n; i++) { drawn.Add(i); } foreach (int i in drawn) { sum += (double)i / n; }")]
    [InlineData("foreach (double loss in losses[c]) { sum += loss / counts[c]; }")]
    [InlineData("for (int i = 0; i < losses[c].Count; i++) { sum += losses[c][i] / counts[c]; }")]
    [InlineData("int row = 3; long end = row + counts[c]; while (row < end) { row++; sum += 1.0 / counts[c]; }")]
    [InlineData("if (isUsed[c]) { sum += 1.0 / counts[c]; }")]
    public Task Loops_that_make_no_turn_for_a_class_without_rows_are_fine(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("foreach (int k in Enumerable.Range(0, 2)) { sum += 1.0 / {|BALG0201:counts[k]|}; }")]
    [InlineData("sum = Enumerable.Range(0, 2).Where(k => k > 0).Sum(k => 1.0 / {|BALG0201:counts[k]|});")]
    [InlineData("sum = Enumerable.Range(0, 2).Where(k => counts.Classes[k] != \"other\").Sum(k => 1.0 / {|BALG0201:counts[k]|});")]
    [InlineData("sum = counts.Where(pair => pair.Name != \"other\").Sum(pair => 1.0 / {|BALG0201:pair.Count|});")]
    [InlineData("long n = counts[c]; List<int> drawn = []; for (int i = 0; i < 5; i++) { drawn.Add(i); } foreach (int i in drawn) { sum += i / (double){|BALG0201:n|}; }")]
    [InlineData("long n = counts[c]; List<int> drawn = [7]; for (int i = 0; i < n; i++) { drawn.Add(i); } foreach (int i in drawn) { sum += i / (double){|BALG0201:n|}; }")]
    [InlineData("long n = counts[c]; List<int> drawn = []; for (int i = 0; i < n; i++) { drawn.Add(i); } drawn.Add(1); foreach (int i in drawn) { sum += i / (double){|BALG0201:n|}; }")]
    [InlineData("foreach (double loss in losses[0]) { sum += loss / {|BALG0201:counts[c]|}; }")]
    [InlineData("if (isUsed[0]) { sum += 1.0 / {|BALG0201:counts[c]|}; }")]
    [InlineData("for (int k = 0; k < counts.Classes.Count; k++) { sum += 1.0 / {|BALG0201:counts[k]|}; }")]
    public Task Other_classes_and_loops_are_reported(string body) => VerifyAsync(body);

    private static Task VerifyAsync(string body) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnguardedCountDivision,
            UsageSource.Of($$"""
                static double A(
                    ClassCounts counts, int c, RowIndex index, OwnedBatch<Cat> batch, LoadedBatch<string> loaded, ClassPlace[] places, Cat[] rows,
                    List<double>[] losses, string?[] models, bool[] isUsed)
                {
                    double sum = 0;
                    {{body}}
                    return sum;
                }
                """));
}
