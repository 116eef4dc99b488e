using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class BatchKeptTests
{
    [Fact]
    public Task Message_says_why_and_what_to_enumerate() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.BatchKept,
            UsageSource.Of("""
                static async System.Threading.Tasks.Task A(Batches<Cat> batches) { foreach (var batch in {|BALG0215:batches|}) { await System.Threading.Tasks.Task.Yield(); } }
                static IEnumerable<int> B(Batches<Cat> batches) { foreach (var batch in {|BALG0215:batches|}) { yield return 1; } }
                static void C(Batches<Cat> batches, List<object> list) { foreach (var batch in batches) { list.Add({|BALG0215:batch|}); } }
                static void D(Batches<Cat> batches) { foreach (var batch in batches) { Console.WriteLine({|BALG0215:batch|}.Select(cat => cat.File).Count()); } }
                static void E(Batches<Cat> batches, List<Action> list) { foreach (var batch in batches) { list.Add(() => Console.WriteLine({|BALG0215:batch|}.Count)); } }
                static object F(Batches<Cat> batches) => {|BALG0215:batches|}.ToList();
                """),
            "'batches' is enumerated on the stack and cannot be kept across the 'await' in the loop; enumerate Owned() of the batches, whose batches are objects",
            "'batches' is enumerated on the stack and cannot be kept across the 'yield return' in the loop; enumerate Owned() of the batches, whose batches are objects",
            "'batch' lives on the stack and cannot be put into an object or a list; enumerate Owned() of the batches, whose batches are objects",
            "'batch' lives on the stack, and LINQ needs an object; enumerate Owned() of the batches, whose batches are objects",
            "'batch' lives on the stack and cannot be captured by a lambda; enumerate Owned() of the batches, whose batches are objects",
            "'batches' is no sequence of objects, and LINQ needs one; enumerate Owned() of the batches, whose batches are objects");

    [Fact]
    public Task A_batch_that_stays_where_it_was_made_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.BatchKept,
            UsageSource.Of("""
                static void Step(Batch<Cat> batch) { }
                static void A(Batches<Cat> batches) { foreach (var batch in batches) { Step(batch); foreach (var cat in batch) { Console.WriteLine(cat.File); } } }
                static async System.Threading.Tasks.Task B(Batches<Cat> batches) { foreach (var batch in batches) { Step(batch); } await System.Threading.Tasks.Task.Yield(); }
                static void C(Batches<Cat> batches, List<Func<System.Threading.Tasks.Task>> list)
                {
                    foreach (var batch in batches) { int n = batch.Count; list.Add(async () => await System.Threading.Tasks.Task.Delay(n)); }
                }
                static async System.Threading.Tasks.Task D(Batches<Cat> batches)
                {
                    await foreach (var batch in batches.LoadAsync(row => row.File)) { await System.Threading.Tasks.Task.Yield(); Console.WriteLine(batch.Rows.Length); }
                }
                static void E(Batches<Cat> batches, double[] w, ClassWeights weights) { foreach (var batch in batches) { batch.SampleWeights(weights, w); } }
                static long F(Batches<Cat> batches) => batches.Count;
                """));

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.BatchKept,
            UsageSource.Of("static void A(Batches<Cat> batches, List<object> list) { foreach (var batch in batches) { list.Add({|BALG0215:batch|}); } }"));

    [Theory]
    [InlineData("foreach (var batch in BATCHES) { await step(batch.Count); }")]
    [InlineData("await step(BATCHES.Select(batch => batch.Count).Count());")]
    [InlineData("foreach (var batch in BATCHES) { kept.Add(batch); }")]
    public Task Fix_enumerates_batches_that_are_objects(string body) =>
        CodeFixVerifier.VerifyAsync<BatchKeptFixer>(
            Descriptors.BatchKept,
            InMethod(body.Replace("BATCHES", "cats.Batches(sampler, 10)", StringComparison.Ordinal)),
            InMethod(body.Replace("BATCHES", "cats.Batches(sampler, 10).Owned()", StringComparison.Ordinal)));

    [Theory]
    [InlineData("foreach (Batch<Cat> batch in batches) { kept.Add(batch); }")]
    [InlineData("foreach (var batch in batches) { kept.Add(batch); foreach (ref readonly Cat cat in batch) { Console.WriteLine(cat.File); } }")]
    public async Task Fix_is_not_offered_where_the_loop_needs_the_batch_on_the_stack(string loop) =>
        Assert.Empty(await CodeFixVerifier.TitlesAsync<BatchKeptFixer>(
            Descriptors.BatchKept, UsageSource.Of($"static void A(Batches<Cat> batches, List<object> kept) {{ {loop} }}")));

    [Fact]
    public Task Fix_all_changes_every_loop() =>
        CodeFixVerifier.VerifyFixAllAsync<BatchKeptFixer>(
            Descriptors.BatchKept,
            [InMethod("foreach (var a in cats.Batches(sampler, 10)) { await step(a.Count); } foreach (var b in cats.Batches(sampler, 20)) { await step(b.Count); }")],
            [InMethod("foreach (var a in cats.Batches(sampler, 10).Owned()) { await step(a.Count); } foreach (var b in cats.Batches(sampler, 20).Owned()) { await step(b.Count); }")]);

    /// <summary>Records, and batches that are objects for a library that has none: a method of the type itself goes first.</summary>
    private const string Types = """
        public enum Breed { Siamese, Birman }
        [BalancedDataset] public partial record struct Cat(string File, [ClassLabel] Breed Breed);
        internal static class Objects { public static IEnumerable<IReadOnlyList<T>> Owned<T>(this Batches<T> batches) => []; }
        """;

    private static string InMethod(string body) => UsageSource.Of(
        $$"""
        static async System.Threading.Tasks.Task A(IndexedDataset<Cat> cats, Sampler sampler, Func<int, System.Threading.Tasks.Task> step, List<object> kept)
        {
            {{body}}
            await step(0);
        }
        """,
        Types);

    [Fact]
    public Task Lists_arrays_and_dictionaries_of_batches_are_reported_where_they_are_made() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.BatchKept,
            UsageSource.Of("""
                static void A()
                {
                    var list = {|BALG0215:new List<Batch<Cat>>()|};
                    List<Batch<Cat>> typed = {|BALG0215:new()|};
                    List<Batch<Cat>> collection = {|BALG0215:[]|};
                    var map = {|BALG0215:new Dictionary<int, Batch<Cat>>()|};
                    var array = {|BALG0215:new Batch<Cat>[3]|};
                    var owned = new List<OwnedBatch<Cat>>();
                    var sequences = new List<Batches<Cat>>();
                }
                """));
}
