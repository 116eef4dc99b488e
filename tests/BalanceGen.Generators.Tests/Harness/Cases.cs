namespace BalanceGen.Generators.Tests.Harness;

/// <summary>One small source for each kind of target and each kind of label, for tests that must hold for all of them.</summary>
internal static class Cases
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["RecordStruct"] = """
            using BalanceGen;
            namespace Pets;
            public enum Breed { Siamese, Birman }
            [BalancedDataset]
            public readonly partial record struct CatPhoto(string File, [ClassLabel] Breed Breed);
            """,
        ["RecordClass"] = """
            using BalanceGen;
            [BalancedDataset]
            public partial record Message(string Text, [ClassLabel("ham", "spam")] string Label);
            """,
        ["Struct"] = """
            using BalanceGen;
            [BalancedDataset]
            public partial struct Measurement
            {
                [ClassLabel(Min = -2, Max = 2)] public sbyte Grade;
            }
            """,
        ["Class"] = """
            using BalanceGen;
            namespace Bank
            {
                [BalancedDataset]
                internal partial class Payment
                {
                    [ClassLabel("honest", "fraud")] internal bool IsFraud { get; set; }
                }
            }
            """,
        ["Nested"] = """
            using BalanceGen;
            namespace @event.@namespace;
            public partial interface IOuter
            {
                public partial record Middle<@class>
                {
                    internal partial struct Inner<T> where T : struct
                    {
                        internal enum Level : short { Low = -7, Medium = 12, High = 3, Top = 3 }
                        [BalancedDataset]
                        internal partial record @record<U>(U Payload, [property: ClassLabel] Level @int);
                    }
                }
            }
            """,
        ["OneHotVector"] = """
            using BalanceGen;
            [System.Runtime.CompilerServices.InlineArray(3)]
            public struct Weather { private float _first; }
            [BalancedDataset]
            [MergedClass("wet", "rain", "snow")]
            public partial struct Observation
            {
                [ClassLabel("rain", "sun", "snow", Tolerance = 0.1, MultiHot = MultiHotPolicy.Ignore)] public Weather Weather;
            }
            """,
        ["Columns"] = """
            using BalanceGen;
            [BalancedDataset, ClassColumns(From = nameof(none), To = nameof(both), Missing = MissingLabelPolicy.Ignore)]
            public partial record struct Hand(string File, bool none, bool left, bool right, bool both);
            """,
        ["TextBehindPath"] = """
            using BalanceGen;
            public record Annotation(string? Label);
            [BalancedDataset]
            public partial record Photo(
                [ClassLabel("cat", "dog", Path = nameof(Annotation.Label), Comparison = LabelComparison.IgnoreCase | LabelComparison.Trim, MissingClass = "dog")]
                Annotation? Annotation);
            """,
        ["MultiLabel"] = """
            using BalanceGen;
            [BalancedDataset, IgnoredClass("neutral")]
            public partial record Comment(
                string Text,
                [ClassLabel("joy", "anger", "neutral", Encoding = LabelEncoding.Set)] string[] Emotions,
                [SampleWeight] float Trust);
            """,
        ["Companion"] = """
            using System.Collections.Generic;
            using BalanceGen;
            [BalancedDataset<KeyValuePair<string, int>>]
            internal static partial class Pairs
            {
                [ClassLabel("odd", "even")]
                private static bool IsEven(KeyValuePair<string, int> row) => row.Value % 2 == 0;
            }
            """,
        ["EnumNames"] = """
            using System.ComponentModel;
            using BalanceGen;
            namespace EnumNames;
            public enum E { [Description("first")] A, B }
            [BalancedDataset]
            public partial record Row([ClassLabel(NamesFrom = EnumClassNames.Description)] E Label);
            """,
        ["NullableEnum"] = """
            using BalanceGen;
            namespace NullableEnum;
            public enum E { A, B }
            [BalancedDataset]
            public partial record Row([ClassLabel(MissingClass = "B")] E? Label);
            """,
        ["ListedIntegers"] = """
            using BalanceGen;
            namespace ListedIntegers;
            [BalancedDataset]
            public partial record Row([ClassLabel(Values = new long[] { 4, -2 })] int Label);
            """,
        ["Characters"] = """
            using BalanceGen;
            namespace Characters;
            [BalancedDataset]
            public partial record Row([ClassLabel("a", "b")] char Label);
            """,
        ["Decimals"] = """
            using BalanceGen;
            namespace Decimals;
            [BalancedDataset]
            public partial record Row([ClassLabel("1.1", "-2")] decimal Label);
            """,
        ["CharacterMemory"] = """
            using BalanceGen;
            namespace CharacterMemory;
            [BalancedDataset]
            public partial record Row([ClassLabel("a", "b")] System.ReadOnlyMemory<char> Label);
            """,
        ["Utf8"] = """
            using BalanceGen;
            namespace Utf8;
            [BalancedDataset]
            public partial record Row([ClassLabel("a", "b", Encoding = LabelEncoding.Utf8)] byte[] Label);
            """,
        ["OneHotArray"] = """
            using BalanceGen;
            namespace OneHotArray;
            [BalancedDataset]
            public partial record Row([ClassLabel("a", "b", Tolerance = 0.1)] float[] Label);
            """,
        ["Scores"] = """
            using BalanceGen;
            namespace Scores;
            [BalancedDataset]
            public partial record Row([ClassLabel("a", "b", Encoding = LabelEncoding.Scores)] double[] Label);
            """,
        ["Flags"] = """
            using BalanceGen;
            namespace Flags;
            [System.Flags] public enum E { A = 1, B = 2 }
            [BalancedDataset]
            public partial record Row([ClassLabel(Encoding = LabelEncoding.Set)] E Label);
            """,
        ["MultiHot"] = """
            using BalanceGen;
            namespace MultiHot;
            [BalancedDataset]
            public partial record Row([ClassLabel("a", "b", Encoding = LabelEncoding.MultiHot)] bool[] Label);
            """,
        ["MultiHotColumns"] = """
            using BalanceGen;
            namespace MultiHotColumns;
            [BalancedDataset, ClassColumns("A", "B", Encoding = LabelEncoding.MultiHot)]
            public partial record Row(bool A, bool B);
            """,
        ["Method"] = """
            using BalanceGen;
            namespace Method;
            [BalancedDataset]
            public partial record Row(string File) { [ClassLabel] private bool Label() => File.Length > 3; }
            """,
        ["Inherited"] = """
            using BalanceGen;
            namespace Inherited;
            public abstract class Base { [ClassLabel] public bool Label; [SampleWeight] public double Weight; }
            [BalancedDataset]
            public partial class Row : Base;
            """,
        ["Interface"] = """
            using BalanceGen;
            namespace Interface;
            [BalancedDataset]
            public partial interface IRow { [ClassLabel("a", "b")] string Label { get; } }
            """,
        ["KnownCounts"] = """
            using BalanceGen;
            namespace KnownCounts;
            [BalancedDataset(ZeroCounts = ZeroCountRule.ZeroWeight), ClassCount("ham", 8), ClassCount("spam", 2), ClassCount("other", 0)]
            public partial record struct Row([ClassLabel("ham", "spam", "other")] string Label, [SampleWeight] float Trust);
            """,
        ["Grouped"] = """
            using BalanceGen;
            namespace Grouped;
            [BalancedDataset]
            public partial record struct Row([ClassLabel] bool Label, [Group] string PatientId);
            """,
        ["ListedByFile"] = """
            using BalanceGen;
            namespace ListedByFile;
            [BalancedDataset]
            public partial record Row([ClassLabel(ClassesFrom = "case.classes.txt")] string Label);
            """,
    };

    /// <summary>The files that some of the cases name.</summary>
    public static ProjectFiles Files => new ProjectFiles().With("/cases/case.classes.txt", "a\nb\n");

    public static TheoryData<string> Names => [.. All.Keys];
}
