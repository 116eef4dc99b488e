using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>Records with a member marked [Group], compiled and split.</summary>
public sealed class GroupExecutionTests
{
    [Theory]
    [InlineData("int", "row / 3")]
    [InlineData("string", "$\"P{row / 3}\"")]
    [InlineData("string?", "$\"P{row / 3}\"")]
    [InlineData("int?", "row / 3")]
    [InlineData("Ward", "(Ward)(row / 3)")]
    [InlineData("Guid", "new Guid(row / 3, 0, 0, new byte[8])")]
    [InlineData("(int Hospital, string? Patient)", "(row / 6, (row / 3).ToString())")]
    [InlineData("Id", "new Id((row / 3).ToString())")]
    public void Splits_and_folds_keep_rows_of_one_group_together(string type, string key) =>
        Assert.Equal("10 True True True 10", Run($"[BalancedDataset] public partial record struct Row([ClassLabel] bool Label, [Group] {type} Key);", key));

    [Theory]
    [InlineData("[BalancedDataset] public partial record Row([ClassLabel] bool Label, int Number) { [Group] private string Key() => $\"{Number}\"; }", "row / 3")]
    [InlineData("[BalancedDataset] public partial record Row([ClassLabel] bool Label, [Group] Row.Kind Key) { public enum Kind { A } }", "(Row.Kind)(row / 3)")]
    [InlineData("public record Base(int Key) { [Group] private protected int Own => Key; } [BalancedDataset] public partial record Row([ClassLabel] bool Label, int Key) : Base(Key);", "row / 3")]
    [InlineData("[BalancedDataset] public partial record Row([ClassLabel] bool Label, int Number) { private enum Kind { A } [Group] private Kind Key => (Kind)Number; }", "row / 3")]
    public void Methods_base_members_and_private_types_are_groups(string record, string key) => Assert.Equal("10 True True True 10", Run(record, key));

    [Fact]
    public void A_generic_record_is_grouped_by_its_type_parameter() =>
        Assert.Equal(
            "2",
            LoadedAssembly.Run("""
                using BalanceGen;
                [BalancedDataset] public partial record Row<T>([ClassLabel] bool Label, [Group] T Key);
                public static class Probe { public static string Run() => $"{Row<string>.Classes.Index([new(true, "a"), new(false, "b"), new(true, "a")]).Groups!.Count}"; }
                """));

    [Fact]
    public void A_companion_groups_rows_of_a_type_that_is_not_the_users() =>
        Assert.Equal(
            "2",
            LoadedAssembly.Run("""
                using System.Collections.Generic;
                using BalanceGen;
                [BalancedDataset<KeyValuePair<string, int>>]
                public static partial class Pairs
                {
                    [ClassLabel] private static bool IsEven(KeyValuePair<string, int> row) => row.Value % 2 == 0;
                    [Group] private static string Key(in KeyValuePair<string, int> row) => row.Key;
                }
                public static class Probe { public static string Run() => $"{Pairs.Classes.GroupRows([new("a", 1), new("b", 2), new("a", 3)]).Count}"; }
                """));

    [Fact]
    public void Rows_with_several_labels_are_split_by_groups() =>
        Assert.Equal(
            "True 10",
            LoadedAssembly.Run("""
                using System.Linq;
                using BalanceGen;
                using BalanceGen.Sampling;
                [BalancedDataset] public partial record struct Row([ClassLabel("a", "b", Encoding = LabelEncoding.Set)] string[] Labels, [Group] int Key);
                public static class Probe
                {
                    public static string Run()
                    {
                        Row[] rows = [.. Enumerable.Range(0, 30).Select(row => new Row([row % 2 == 0 ? "a" : "b"], row / 3))];
                        var (train, test) = Row.Classes.Index(rows).Split(new SplitOptions { Seed = 1 }, SubsetSize.Rest, SubsetSize.Share(0.3));
                        return $"{train.Count + test.Count == 30} {train.Groups!.Count + test.Groups!.Count}";
                    }
                }
                """));

    [Theory]
    [InlineData("[new(false, \"a\"), new(true, null)]", "Row 1 has the group null. Give a row that belongs to no group a key of its own. (Parameter 'rows')")]
    [InlineData("[new(false, \"a\"), null!]", "Row 1 is null. (Parameter 'rows')")]
    public void A_row_without_a_group_is_named(string rows, string message) =>
        Assert.Equal(
            message,
            LoadedAssembly.Run($$"""
                using BalanceGen;
                [BalancedDataset] public partial record Row([ClassLabel] bool Label, [Group] string? Key);
                public static class Probe
                {
                    public static string Run()
                    {
                        try { return $"{Row.Classes.GroupRows({{rows}}).Count}"; }
                        catch (System.ArgumentException refused) { return refused.Message; }
                    }
                }
                """));

    /// <summary>30 rows of 10 groups: the groups found, whether splits of all kinds keep them together, and the groups on all sides.</summary>
    private static object? Run(string record, string key) => LoadedAssembly.Run($$"""
        using System;
        using System.Linq;
        using BalanceGen;
        using BalanceGen.Sampling;
        public enum Ward { A, B, C }
        public sealed record Id(string Text);
        {{record}}
        public static class Probe
        {
            public static string Run()
            {
                Row[] rows = [.. Enumerable.Range(0, 30).Select(row => new Row(row % 2 == 0, {{key}}))];
                IndexedDataset<Row> data = Row.Classes.Index(rows);
                var (train, test) = data.Split(0.3, 1);
                var sides = data.Split(new SplitOptions { Order = SplitOrder.Shuffled, Seed = 2 }, SubsetSize.Rest, SubsetSize.Share(0.2), SubsetSize.Share(0.2));
                bool folds = data.KFold(5, 1).All(fold => AreApart(fold.Train.Index, fold.Test.Index));
                return $"{data.Groups!.Count} {AreApart(train.Index, test.Index)} {AreApart([.. sides.Select(side => side.Index)])} {folds} {sides.Report.Subsets.Sum(side => side.Groups)}";
            }

            private static bool AreApart(params RowIndex[] sides) =>
                sides.SelectMany(side => Numbers(side).Select(row => row / 3).Distinct()).Count() == 10 && sides.Sum(side => side.RowCount) == 30;

            private static int[] Numbers(RowIndex index) => [.. index];
        }
        """);
}
