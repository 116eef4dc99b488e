using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>The generated code of each label kind, executed.</summary>
public sealed class LabelExecutionTests
{
    [Fact]
    public void Enum_members_are_classes_in_declaration_order_and_aliases_are_one_class() =>
        Assert.Equal(
            "3: C, A, B; A=1 Alias=1 B=2 C=0 (G)0=-1 (G)127=-1",
            LoadedAssembly.Run("""
                using BalanceGen;
                public enum G : sbyte { C = -5, A = 3, B = 1, Alias = 3 }
                [BalancedDataset] public partial record Row([ClassLabel] G Label);
                public static class Probe
                {
                    public static string Run() =>
                        $"{Row.Classes.Count}: {Row.Classes.Set}; A={Find(G.A)} Alias={Find(G.Alias)} B={Find(G.B)} C={Find(G.C)} (G)0={Find((G)0)} (G)127={Find((G)127)}";
                    private static int Find(G label) => Row.Classes.TryIndexOf(label, out int index) ? index : index;
                }
                """));

    [Theory]
    [InlineData("byte", "0", "byte.MaxValue")]
    [InlineData("byte", "253", "252")]
    [InlineData("sbyte", "sbyte.MinValue", "sbyte.MaxValue")]
    [InlineData("short", "-1", "short.MinValue")]
    [InlineData("ushort", "7", "6")]
    [InlineData("int", "int.MinValue", "int.MaxValue")]
    [InlineData("int", "int.MaxValue - 2", "int.MinValue")]
    [InlineData("uint", "uint.MaxValue - 2", "0")]
    [InlineData("uint", "0", "uint.MaxValue")]
    [InlineData("long", "long.MinValue", "long.MaxValue")]
    [InlineData("long", "4294967296", "0")]
    [InlineData("ulong", "ulong.MaxValue - 2", "0")]
    [InlineData("ulong", "0", "4294967296")]
    public void Consecutive_enum_of_any_underlying_type_finds_its_classes_and_nothing_else(string underlying, string first, string outside) =>
        Assert.Equal(
            "0 1 2 -1",
            LoadedAssembly.Run($$"""
                using BalanceGen;
                public enum G : {{underlying}} { A = {{first}}, B, C }
                [BalancedDataset] public partial record struct Row([ClassLabel] G Label);
                public static class Probe
                {
                    public static string Run() => $"{Find(G.A)} {Find(G.B)} {Find(G.C)} {Find((G)({{outside}}))}";
                    private static int Find(G label) => default(Row.Classes.Indexer).IndexOf(new Row(label));
                }
                """));

    [Theory]
    [InlineData("sbyte", -128, 127, "-128=0 127=255", "")]
    [InlineData("byte", 1, 3, "1=0 3=2", "0 4 255")]
    [InlineData("short", -1, 1, "-1=0 1=2", "-2 2 -32768")]
    [InlineData("ushort", 0, 65535, "0=0 65535=65535", "")]
    [InlineData("int", -3, 5, "-3=0 0=3 5=8", "-4 6 -2147483648 2147483647")]
    [InlineData("int", int.MinValue, int.MinValue + 1L, "-2147483648=0 -2147483647=1", "0 2147483647 -2147483646")]
    [InlineData("uint", 4294967294, 4294967295, "4294967294=0 4294967295=1", "0 4294967293")]
    [InlineData("long", long.MinValue, long.MinValue + 1, "-9223372036854775808=0 -9223372036854775807=1", "0 9223372036854775807 4294967296")]
    [InlineData("long", long.MaxValue - 1, long.MaxValue, "9223372036854775806=0 9223372036854775807=1", "0 -9223372036854775808")]
    [InlineData("ulong", 9, 9, "9=0", "8 10 4294967305 18446744073709551615")]
    public void Integer_label_finds_the_declared_range_and_nothing_else(string type, long min, long max, string inside, string outside)
    {
        string[] pairs = inside.Split(' ');
        string[] others = outside.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string labels = string.Join(", ", pairs.Select(pair => pair.Split('=')[0]).Concat(others));
        IEnumerable<string> expected = pairs.Select(pair => pair.Split('=')[1]).Concat(others.Select(_ => "-1"));

        Assert.Equal(
            $"{max - min + 1} {string.Join(' ', expected)}",
            LoadedAssembly.Run($$"""
                using System.Linq;
                using BalanceGen;
                [BalancedDataset] public partial record struct Row([ClassLabel(Min = {{min}}, Max = {{max}})] {{type}} Label);
                public static class Probe
                {
                    public static string Run() =>
                        $"{Row.Classes.Count} {string.Join(' ', new {{type}}[] { {{labels}} }.Select(label => default(Row.Classes.Indexer).IndexOf(new Row(label))))}";
                }
                """));
    }

    [Fact]
    public void String_label_is_compared_ordinally_and_null_is_no_class() =>
        Assert.Equal(
            "0 1 2 -1 -1 -1 -1",
            LoadedAssembly.Run(""""
                using System.Linq;
                using BalanceGen;
                [BalancedDataset] public partial record struct Row([ClassLabel("ham", "Ham", "say \"ß\"\n")] string Label);
                public static class Probe
                {
                    public static string Run() => string.Join(' ', new[] { "ham", "Ham", "say \"ß\"\n", "HAM", "say \"ss\"\n", "", null }
                        .Select(label => default(Row.Classes.Indexer).IndexOf(new Row(label!))));
                }
                """"));

    [Fact]
    public void Boolean_label_has_two_classes_with_default_or_given_names() =>
        Assert.Equal(
            "false, true; no, yes; 0 1",
            LoadedAssembly.Run("""
                using BalanceGen;
                [BalancedDataset] public partial record struct A([ClassLabel] bool Label);
                [BalancedDataset] public partial record struct B([ClassLabel("no", "yes")] bool Label);
                public static class Probe
                {
                    public static string Run() => $"{A.Classes.Set}; {B.Classes.Set}; {B.Classes.IndexOf(false)} {B.Classes.IndexOf(new B(true))}";
                }
                """));

    [Fact]
    public void Unknown_label_names_the_label_the_classes_and_the_row()
    {
        using var loaded = new LoadedAssembly("""
            using BalanceGen;
            public enum Breed { Siamese, Birman }
            [BalancedDataset] public partial record Cat([ClassLabel] Breed Breed);
            [BalancedDataset] public partial record struct Digit([ClassLabel(Min = 0, Max = 2)] int Value);
            [BalancedDataset] public partial record struct Sms([ClassLabel("ham")] string Label);
            public static class Probe
            {
                public static object Label() => Cat.Classes.IndexOf((Breed)7);
                public static object Row() => Digit.Classes.IndexOf(new Digit(-1));
                public static object Null() => Sms.Classes.IndexOf(default(Sms));
                public static object Rows() => Cat.Classes.CountRows([new(Breed.Birman), new((Breed)9)]);
                public static object NullRow() => Cat.Classes.Index(new Cat[] { new(Breed.Birman), null! });
                public static object OneNullRow() => Cat.Classes.IndexOf(default(Cat)!);
            }
            """);

        Assert.Equal("The label '7' is none of the declared classes: 'Siamese', 'Birman'.", Message("Label"));
        Assert.Equal("The label '-1' is none of the declared classes: '0', '1', '2'.", Message("Row"));
        Assert.Equal("The label '(null)' is none of the declared classes: 'ham'. What a row without a label means is declared with Missing on [ClassLabel].", Message("Null"));
        Assert.Equal("Row 1: the label '9' is none of the declared classes: 'Siamese', 'Birman'.", Message("Rows"));
        Assert.Equal("Row 1: the label '(null row)' is none of the declared classes: 'Siamese', 'Birman'.", Message("NullRow"));
        Assert.Throws<ArgumentNullException>(() => loaded.Call("Probe", "OneNullRow"));

        string Message(string method) => Assert.Throws<UnknownLabelException>(() => loaded.Call("Probe", method)).Message;
    }

    [Fact]
    public void Counts_and_index_agree_for_arrays_memories_and_lists() =>
        Assert.Equal(
            "1 2 | 1 2 | 1 2 | 1 2",
            LoadedAssembly.Run("""
                using System;
                using System.Collections.Generic;
                using BalanceGen;
                public enum Breed { Siamese, Birman }
                [BalancedDataset] public partial record struct Cat([ClassLabel] Breed Breed);
                public static class Probe
                {
                    public static string Run()
                    {
                        Cat[] rows = [new(Breed.Birman), new(Breed.Siamese), new(Breed.Birman)];
                        return string.Join(" | ",
                            Text(Cat.Classes.CountRows(rows)),
                            Text(Cat.Classes.Index(rows).Counts),
                            Text(Cat.Classes.Index((ReadOnlyMemory<Cat>)rows).Counts),
                            Text(Cat.Classes.Index(new List<Cat>(rows)).Counts));
                    }
                    private static string Text(ClassCounts counts) => $"{counts[0]} {counts[1]}";
                }
                """));

    [Fact]
    public void Class_indices_of_rows_are_copied_with_a_mark_for_rows_that_are_left_out() =>
        Assert.Equal(
            "1 0 -2 1 7 | Row 1: the label '9' is none of the declared classes: 'Siamese', 'Birman'.",
            LoadedAssembly.Run("""
                using System;
                using BalanceGen;
                public enum Breed { Siamese, Birman, None }
                [BalancedDataset, IgnoredClass("None")] public partial record struct Cat([ClassLabel] Breed Breed);
                public static class Probe
                {
                    public static string Run()
                    {
                        int[] indices = [7, 7, 7, 7, 7];
                        Cat.Classes.CopyClassIndices([new(Breed.Birman), new(Breed.Siamese), new(Breed.None), new(Breed.Birman)], indices);
                        return string.Join(" ", indices) + " | " + Message();
                    }
                    private static string Message()
                    {
                        try { Cat.Classes.CopyClassIndices([new(Breed.Birman), new((Breed)9)], new int[2]); return ""; }
                        catch (UnknownLabelException error) { return error.Message; }
                    }
                }
                """));

    [Fact]
    public void Reading_class_indices_allocates_nothing() =>
        Assert.Equal(
            0L,
            LoadedAssembly.Run("""
                using System;
                using System.Linq;
                using BalanceGen;
                public enum Gaps { A = 1, B = 5, C = 2 }
                [BalancedDataset] public partial record struct E([ClassLabel] Gaps Label);
                [BalancedDataset] public partial record struct S([ClassLabel("ham", "spam", "other")] string Label);
                [BalancedDataset] public partial record struct I([ClassLabel(Min = -3, Max = 3)] long Label);
                public static class Probe
                {
                    // The least of several: the runtime allocates now and then while code is compiled, the code under test always or never.
                    public static object Run() => Enumerable.Range(0, 8).Select(_ => Measure()).Min();
                    private static long Measure()
                    {
                        long before = GC.GetAllocatedBytesForCurrentThread();
                        Work();
                        return GC.GetAllocatedBytesForCurrentThread() - before;
                    }
                    private static int Work()
                    {
                        int sum = 0;
                        for (int i = 0; i < 1000; i++)
                        {
                            sum += E.Classes.IndexOf(new E(Gaps.C)) + S.Classes.IndexOf(new S("spam")) + I.Classes.IndexOf(new I(2));
                            S.Classes.TryIndexOf("none", out int index);
                            sum += index;
                        }
                        return sum;
                    }
                }
                """));
}
