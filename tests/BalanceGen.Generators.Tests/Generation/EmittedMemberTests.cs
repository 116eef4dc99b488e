using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>Every member that is emitted for others to use is executed: one without an expression here fails the test of its target.</summary>
public sealed class EmittedMemberTests
{
    private const string Level = "@event.@namespace.IOuter.Middle<int>.Inner<int>.Level";
    private const string Record = "@event.@namespace.IOuter.Middle<int>.Inner<int>.@record<string>";
    private const string CopyOfSingleLabels = """
        private static ReadOnlySpan<int> Copied() { var classes = new int[Rows.Length]; Classes.CopyClassIndices(Rows, classes); return classes; }
        private static ReadOnlySpan<long> CopiedAsLongs() { var classes = new long[Rows.Length]; Classes.CopyClassIndices(Rows, classes); return classes; }
        """;

    private const string Comments = "new(\"a\", [\"neutral\", \"anger\"], 0.5f), new(\"b\", [], 3), new(\"c\", [\"anger\", \"joy\"], 1)";
    private const string KnownCounts = "KnownCounts";

    /// <summary>The cases whose rows have weights of their own: 0.5, 3 and 1.</summary>
    private static readonly string[] Weighted = ["Inherited", "MultiLabel", KnownCounts];

    /// <summary>What some cases need for their rows.</summary>
    private static readonly Dictionary<string, string> Helpers = new()
    {
        ["OneHotVector"] = "private static Weather Weather(int hot) { Weather label = default; label[hot] = 1; return label; }",
        ["Interface"] = "private sealed class Own(string label) : Row { public string Label => label; }",
    };

    /// <summary>For each case: type of the row, holder of the classes, class names, a label of class 1, rows of the classes 1, 0 and 1, the first row's label as text.</summary>
    public static TheoryData<string, string, string, string, string, string, string> SingleLabels => new()
    {
        { "RecordStruct", "Pets.CatPhoto", "Pets.CatPhoto", "Siamese, Birman", "Pets.Breed.Birman", "new(\"a\", Pets.Breed.Birman), new(\"b\", Pets.Breed.Siamese), new(\"c\", Pets.Breed.Birman)", "Birman" },
        { "RecordClass", "Message", "Message", "ham, spam", "\"spam\"", "new(\"a\", \"spam\"), new(\"b\", \"ham\"), new(\"c\", \"spam\")", "spam" },
        { "Struct", "Measurement", "Measurement", "-2, -1, 0, 1, 2", "-1", "new() { Grade = -1 }, new() { Grade = -2 }, new() { Grade = -1 }", "-1" },
        { "Class", "Bank.Payment", "Bank.Payment", "honest, fraud", "true", "new() { IsFraud = true }, new(), new() { IsFraud = true }", "fraud" },
        { "Nested", Record, Record, "Low, Medium, High", $"{Level}.Medium", $"new(\"a\", {Level}.Medium), new(\"b\", {Level}.Low), new(\"c\", {Level}.Medium)", "Medium" },
        { "OneHotVector", "Observation", "Observation", "wet, sun", "Weather(1)", "new() { Weather = Weather(1) }, new() { Weather = Weather(2) }, new() { Weather = Weather(1) }", "[0, 1, 0]" },
        { "Columns", "Hand", "Hand", "none, left, right, both", "[false, true, false, false]", "new(\"a\", false, true, false, false), new(\"b\", true, false, false, false), new(\"c\", false, true, false, false)", "[False, True, False, False]" },
        { "TextBehindPath", "Photo", "Photo", "cat, dog", "\" DOG \"", "new(new Annotation(\"dog\")), new(new Annotation(\"Cat\")), new(default(Annotation))", "dog" },
        { "EnumNames", "EnumNames.Row", "EnumNames.Row", "first, B", "EnumNames.E.B", "new(EnumNames.E.B), new(EnumNames.E.A), new(EnumNames.E.B)", "B" },
        { "NullableEnum", "NullableEnum.Row", "NullableEnum.Row", "A, B", "default(NullableEnum.E?)", "new(default(NullableEnum.E?)), new(NullableEnum.E.A), new(NullableEnum.E.B)", "(null)" },
        { "ListedIntegers", "ListedIntegers.Row", "ListedIntegers.Row", "4, -2", "-2", "new(-2), new(4), new(-2)", "-2" },
        { "Characters", "Characters.Row", "Characters.Row", "a, b", "'b'", "new('b'), new('a'), new('b')", "b" },
        { "Decimals", "Decimals.Row", "Decimals.Row", "1.1, -2", "-2.00m", "new(-2.0m), new(1.10m), new(-2m)", "-2.0" },
        { "CharacterMemory", "CharacterMemory.Row", "CharacterMemory.Row", "a, b", "\"b\"", "new(\"b\".AsMemory()), new(\"a\".AsMemory()), new(\"b\".AsMemory())", "b" },
        { "Utf8", "Utf8.Row", "Utf8.Row", "a, b", "\"b\"u8", "new([98]), new([97]), new([98])", "b" },
        { "OneHotArray", "OneHotArray.Row", "OneHotArray.Row", "a, b", "[0.1f, 0.9f]", "new([0, 1]), new([1.05f, 0]), new([0.05f, 1])", "[0, 1]" },
        { "Scores", "Scores.Row", "Scores.Row", "a, b", "[0.1, 0.2]", "new([-1, -0.5]), new([3, 2]), new([0, 1e-9])", "[-1, -0.5]" },
        { "Method", "Method.Row", "Method.Row", "false, true", "true", "new(\"long\"), new(\"no\"), new(\"longer\")", "true" },
        { "Inherited", "Inherited.Row", "Inherited.Row", "false, true", "true", "new() { Label = true, Weight = 0.5 }, new() { Weight = 3 }, new() { Label = true, Weight = 1 }", "true" },
        { "Grouped", "Grouped.Row", "Grouped.Row", "false, true", "true", "new(true, \"P1\"), new(false, \"P2\"), new(true, \"P1\")", "true" },
        { "Interface", "Interface.IRow", "Interface.IRow", "a, b", "\"b\"", "new Own(\"b\"), new Own(\"a\"), new Own(\"b\")", "b" },
        { "ListedByFile", "ListedByFile.Row", "ListedByFile.Row", "a, b", "\"b\"", "new(\"b\"), new(\"a\"), new(\"b\")", "b" },
        { "Companion", "System.Collections.Generic.KeyValuePair<string, int>", "Pairs", "odd, even", "true", "new(\"a\", 2), new(\"b\", 3), new(\"c\", 4)", "even" },
    };

    /// <summary>For each case: type of the row, class names, rows with class 1, with none and with both, the first row's labels as text.</summary>
    public static TheoryData<string, string, string, string, string> SeveralLabels => new()
    {
        { "MultiLabel", "Comment", "joy, anger", Comments, "neutral, anger" },
        { "Flags", "Flags.Row", "A, B", "new(Flags.E.B), new(0), new(Flags.E.A | Flags.E.B)", "B" },
        { "MultiHot", "MultiHot.Row", "a, b", "new([false, true]), new([false, false]), new([true, true])", "[False, True]" },
        { "MultiHotColumns", "MultiHotColumns.Row", "A, B", "new(false, true), new(false, false), new(true, true)", "[False, True]" },
    };

    [Fact]
    public void Every_case_is_here() =>
        Assert.Equal(
            Cases.All.Keys.Order(), SingleLabels.Select(row => (string)row[0]).Concat(SeveralLabels.Select(row => (string)row[0])).Append(KnownCounts).Order());

    [Fact]
    public void A_member_without_an_expression_is_found() =>
        Assert.Contains(
            "Bank.Payment.Classes.CountRows(System.ReadOnlySpan<Bank.Payment>)", EmittedMembers.UnusedIn(GeneratorRun.Of(Cases.All["Class"])));

    [Theory]
    [MemberData(nameof(SingleLabels))]
    public void Members_of_a_single_label(string name, string row, string holder, string names, string label, string rows, string text) =>
        Verify(Cases.All[name], row, holder, rows, [.. SingleLabelMembers(names, label, text), .. WeightMembersOf(name), .. FileMembersOf(name), .. GroupMembersOf(name)], Helpers.GetValueOrDefault(name, "") + CopyOfSingleLabels);

    [Theory]
    [MemberData(nameof(SeveralLabels))]
    public void Members_of_several_labels(string name, string row, string names, string rows, string text) =>
        Verify(Cases.All[name], row, row, rows, [.. SeveralLabelMembers(names, text), .. WeightMembersOf(name)], hasSeveralLabels: true);

    [Fact]
    public void Members_of_known_counts_and_weights() =>
        Verify(
            Cases.All[KnownCounts],
            "KnownCounts.Row",
            "KnownCounts.Row",
            "new(\"spam\", 0.5f), new(\"ham\", 3), new(\"spam\", 1)",
            [
                .. SingleLabelMembers("ham, spam, other", "\"spam\"", "spam"),
                .. WeightMembersOf(KnownCounts),
                ("Classes.ZeroCounts == ZeroCountPolicy.ZeroWeight", "True"),
                ("string.Join(\", \", Classes.VerifyCounts(Rows))", "'ham': 1 rows, 8 expected"),
                ("string.Join(\", \", Classes.VerifyCounts((ReadOnlyMemory<Row>)Rows.AsMemory()))", "'ham': 1 rows, 8 expected"),
                ("string.Join(\", \", Classes.VerifyCounts(new List<Row>(Rows)))", "'ham': 1 rows, 8 expected"),
                ("Classes.KnownCounts.Total", "10"),
                ("Classes.KnownCounts.ImbalanceRatio", "4"),
                ("Classes.KnownCounts.Values", "8 2 0"),
                ("Classes.KnownCounts.ToClassCounts()", "8 2 0"),
                // The weights of the classes with rows: N/(C·n), N/n, √(N/(C·n)) and median(f)/f with f = n/N.
                ("Classes.KnownCounts.BalancedWeights", "0.625 2.5 0"),
                ("Classes.KnownCounts.InverseFrequencyWeights", "1.25 5 0"),
                ("Classes.KnownCounts.InverseSquareRootWeights", "0.7905694150420949 1.5811388300841898 0"),
                ("Classes.KnownCounts.MedianFrequencyWeights", "0.625 2.5 0"),
                ("Classes.KnownCounts.AliasThresholds.Length", "2"),
                ("Classes.KnownCounts.AliasClasses", "0 1"),
                ("Classes.KnownCounts.Tables.Counts", "8 2 0"),
            ],
            CopyOfSingleLabels);

    [Fact]
    public void Members_of_known_counts_of_several_labels() =>
        Verify(
            Cases.All["MultiLabel"].Replace("IgnoredClass(\"neutral\")", "IgnoredClass(\"neutral\"), ClassCount(\"joy\", 8), ClassCount(\"anger\", 2)", StringComparison.Ordinal),
            "Comment",
            "Comment",
            Comments,
            [
                .. SeveralLabelMembers("joy, anger", "neutral, anger"),
                .. WeightMembersOf("MultiLabel"),
                ("string.Join(\", \", Classes.VerifyCounts(Rows))", "'joy': 1 rows, 8 expected"),
                ("string.Join(\", \", Classes.VerifyCounts((ReadOnlyMemory<Row>)Rows.AsMemory()))", "'joy': 1 rows, 8 expected"),
                ("string.Join(\", \", Classes.VerifyCounts(new List<Row>(Rows)))", "'joy': 1 rows, 8 expected"),
                ("Classes.KnownCounts.LabelCount", "10"),
                ("Classes.KnownCounts.ImbalanceRatio", "4"),
                ("Classes.KnownCounts.Values", "8 2"),
                ("Classes.KnownCounts.ToClassCounts()", "8 2"),
                ("Classes.KnownCounts.BalancedWeights", "0.625 2.5"),
                ("Classes.KnownCounts.InverseFrequencyWeights", "1.25 5"),
                ("Classes.KnownCounts.InverseSquareRootWeights", "0.7905694150420949 1.5811388300841898"),
                ("Classes.KnownCounts.MedianFrequencyWeights", "0.625 2.5"),
            ],
            hasSeveralLabels: true);

    private static (string Expression, string Value)[] SingleLabelMembers(string names, string label, string text)
    {
        string rest = string.Concat(Enumerable.Repeat(" 0", names.Count(character => character == ',') - 1));
        return
        [
            ("Classes.Count", $"{names.Split(',').Length}"),
            ("Classes.Set", names),
            ($"Classes.IndexOf({label})", "1"),
            ($"Classes.TryIndexOf({label}, out int index) ? index : -9", "1"),
            ("Classes.IndexOf(in Rows[1])", "0"),
            ("Classes.TryIndexOf(in Rows[0], out int index) ? index : -9", "1"),
            ("Classes.CountRows(Rows)", "1 2" + rest),
            ("Classes.CountRows((ReadOnlyMemory<Row>)Rows.AsMemory(0, 2))", "1 1" + rest),
            ("Classes.CountRows(new List<Row>(Rows))", "1 2" + rest),
            ("Copied()", "1 0 1"),
            ("CopiedAsLongs()", "1 0 1"),
            ("Classes.Index((ReadOnlySpan<Row>)Rows.AsSpan(0, 2)).Counts", "1 1" + rest),
            ("Classes.Index(Rows).Counts", "1 2" + rest),
            ("Classes.Index((ReadOnlyMemory<Row>)Rows.AsMemory(0, 2)).Counts", "1 1" + rest),
            ("Classes.Index(new List<Row>(Rows)).Counts", "1 2" + rest),
            ("default(Classes.Indexer).Classes", names),
            ("default(Classes.Indexer).IndexOf(in Rows[0])", "1"),
            ("default(Classes.Indexer).DescribeLabel(in Rows[0])", text),
        ];
    }

    private static (string Expression, string Value)[] SeveralLabelMembers(string names, string text) =>
    [
        ("Classes.Count", "2"),
        ("Classes.Set", names),
        ("Classes.ClassesOf(in Rows[0], Found) + 10 * Found[0]", "11"),
        ("Classes.Index(Rows).Counts.RowsWithClass", "1 2"),
        ("Classes.Index((ReadOnlyMemory<Row>)Rows.AsMemory(0, 2)).Counts.RowsWithClass", "0 1"),
        ("Classes.Index((ReadOnlySpan<Row>)Rows.AsSpan(0, 2)).Counts.RowsWithClass", "0 1"),
        ("Classes.Index(new List<Row>(Rows)).Counts.RowsWithClass", "1 2"),
        ("default(Classes.Indexer).Classes", names),
        ("default(Classes.Indexer).ClassesOf(in Rows[2], Found) + 10 * Found[1]", "12"),
        ("default(Classes.Indexer).DescribeLabels(in Rows[0])", text),
    ];

    private static (string Expression, string Value)[] FileMembersOf(string name) => name == "ListedByFile"
        ? [("Classes.Order", "2:AB40D7820D408076"), ("Classes.Indices.a", "0"), ("Classes.Indices.b", "1")]
        : [];

    private static (string Expression, string Value)[] GroupMembersOf(string name) => name == "Grouped"
        ?
        [
            ("Classes.GroupRows(Rows).GroupOfRow", "0 1 0"),
            ("Classes.GroupRows((ReadOnlyMemory<Row>)Rows.AsMemory(1, 2)).GroupOfRow", "0 1"),
            ("Classes.GroupRows(new List<Row>(Rows)).NameOf(1)", "P2"),
            ("Classes.Index(Rows).Groups!.GroupOfRow", "0 1 0"),
        ]
        : [];

    private static (string Expression, string Value)[] WeightMembersOf(string name) => Weighted.Contains(name)
        ?
        [
            ("Classes.WeightRows(Rows).Values", "0.5 3 1"),
            ("Classes.WeightRows((ReadOnlyMemory<Row>)Rows.AsMemory(0, 2)).Values", "0.5 3"),
            ("Classes.WeightRows(new List<Row>(Rows)).Values", "0.5 3 1"),
            ("default(Classes.Weigher).WeightOf(in Rows[1])", "3"),
        ]
        : [];

    /// <summary>Asserts that the expressions have their values, that they use every member that is emitted for others to use, and that no row's reading allocates.</summary>
    private static void Verify(
        string target, string row, string holder, string rows, (string Expression, string Value)[] members, string helper = "", bool hasSeveralLabels = false)
    {
        string[] methods = [.. members.Select((member, index) => $"public static string Member{index}() => Text({member.Expression});")];
        string weigh = members.Any(member => member.Expression.Contains("Weigher", StringComparison.Ordinal)) ? "+ (int)default(Classes.Weigher).WeightOf(in row)" : "";
        string read = hasSeveralLabels
            ? "default(Classes.Indexer).ClassesOf(in row, Found) + Classes.ClassesOf(in row, Found)"
            : "default(Classes.Indexer).IndexOf(in row) + Classes.IndexOf(in row) + (Classes.TryIndexOf(in row, out int index) ? index : 0)";
        string probe = $$"""
            using System;
            using System.Collections.Generic;
            using BalanceGen;
            using Classes = {{holder}}.Classes;
            using Row = {{row}};
            internal static class Probe
            {
                private static readonly Row[] Rows = [{{rows}}];
                private static readonly int[] Found = new int[Classes.Count];
                {{helper}}
                {{string.Join('\n', methods)}}
                // The least of several: the runtime allocates now and then while code is compiled, the code under test always or never.
                public static object Allocated()
                {
                    long least = long.MaxValue;
                    for (int attempt = 0, sum = 0; attempt < 20; attempt++)
                    {
                        long before = GC.GetAllocatedBytesForCurrentThread();
                        for (int i = 0; i < 100; i++) { sum += Read(in Rows[i % Rows.Length]); }
                        least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
                    }
                    return least;
                }
                private static int Read(in Row row) => {{read}} {{weigh}};
                private static string Text(ClassCounts counts) => Text(counts.Values);
                private static string Text<T>(ReadOnlySpan<T> values) => string.Join(' ', Array.ConvertAll(values.ToArray(), value => Text(value!)));
                private static string Text(object value) => FormattableString.Invariant($"{value}");
            }
            """;
        using var loaded = new LoadedAssembly(target, probe);

        Assert.Equal(members, members.Select((member, index) => (member.Expression, (string)loaded.Call("Probe", $"Member{index}")!)));
        Assert.Empty(EmittedMembers.UnusedIn(GeneratorRun.Of(target, probe)));
        Assert.Equal(0L, loaded.Call("Probe", "Allocated"));
    }
}
