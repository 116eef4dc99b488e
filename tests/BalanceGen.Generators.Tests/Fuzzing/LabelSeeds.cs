namespace BalanceGen.Generators.Tests.Fuzzing;

/// <summary>Every kind of label, with every argument that means something for it.</summary>
internal static class LabelSeeds
{
    public static IReadOnlyList<string> All { get; } =
    [
        """
        using System;
        using System.ComponentModel;
        using System.ComponentModel.DataAnnotations;
        using System.Runtime.Serialization;
        using BalanceGen;
        public enum Breed : long { [Description("long hair"), EnumMember(Value = "lh"), Display(Name = "Long")] Siamese = -5, Birman = 7, Other = 7, [Obsolete] Old = 2 }
        [BalancedDataset(ZeroCounts = ZeroCountRule.Smooth, Smoothing = 0.5)]
        [ClassCount(Breed.Siamese, 3), ClassCount(Breed.Birman, 0)]
        [MergedClass("rest", Breed.Birman, Breed.Old)]
        public partial record A([property: ClassLabel(NamesFrom = EnumClassNames.Description)] Breed Label);
        [BalancedDataset, IgnoredClass(Breed.Old)]
        public partial record struct B([ClassLabel(NamesFrom = EnumClassNames.EnumMember, MissingClass = "lh")] Breed? Label);
        [BalancedDataset]
        public partial class C { [ClassLabel(NamesFrom = EnumClassNames.Display, Missing = MissingLabelPolicy.Throw)] public Breed? Label; }
        """,
        """
        using BalanceGen;
        namespace Numbers;
        [BalancedDataset(ClassCounts = "any.classcounts.csv")]
        public partial record struct A([ClassLabel(Min = -3, Max = 3)] sbyte Label);
        [BalancedDataset, MergedClass("odd", 1, 3), IgnoredClass(2)]
        public partial record struct B([ClassLabel("one", "two", "three", Values = new long[] { 1, 2, 3 })] ulong Label);
        [BalancedDataset, ClassCount('A', 4)]
        public partial record struct C([ClassLabel("A", "'", "\\", MissingClass = "A")] char? Label);
        [BalancedDataset]
        public partial record struct D([ClassLabel("1.10", "-2", Missing = MissingLabelPolicy.Ignore)] decimal? Label, [SampleWeight] decimal Weight);
        [BalancedDataset]
        public partial record struct E([ClassLabel("no", "yes", MissingClass = "no")] bool? Label, [SampleWeight] System.Half Weight);
        """,
        """
        using System;
        using BalanceGen;
        [BalancedDataset, MergedClass("x", "ham", "spam")]
        public partial record A([ClassLabel("ham", "spam", "other", MissingClass = "other")] string? Label, [SampleWeight] float Weight);
        [BalancedDataset]
        public partial record B([ClassLabel("ham", "Größe", Comparison = LabelComparison.IgnoreCase | LabelComparison.Trim)] string Label);
        [BalancedDataset]
        public partial record struct C([ClassLabel("ham", "spam", Missing = MissingLabelPolicy.Ignore)] ReadOnlyMemory<char> Label);
        [BalancedDataset]
        public partial record D([ClassLabel("ham", "spam", Encoding = LabelEncoding.Utf8, Comparison = LabelComparison.Trim)] byte[] Label);
        [BalancedDataset]
        public partial class E { private char[] _text = []; [ClassLabel("ham", "spam")] public ReadOnlySpan<char> Label => _text; }
        """,
        """
        using System;
        using System.Collections.Immutable;
        using System.Runtime.CompilerServices;
        using BalanceGen;
        [InlineArray(3)] public struct Three { private float _first; }
        [BalancedDataset, IgnoredClass("b")]
        public partial struct A { [ClassLabel("a", "b", "c", Tolerance = 0.1, MultiHot = MultiHotPolicy.First, MissingClass = "a")] public Three Label; }
        [BalancedDataset]
        public partial record B([ClassLabel("a", "b", Encoding = LabelEncoding.OneHot, MultiHot = MultiHotPolicy.Ignore)] byte[] Label);
        [BalancedDataset]
        public partial record struct C([ClassLabel("a", "b", Encoding = LabelEncoding.Scores)] ReadOnlyMemory<double> Label);
        [BalancedDataset]
        public partial record struct D([ClassLabel("a", "b", Missing = MissingLabelPolicy.Ignore)] ImmutableArray<Half> Label);
        [BalancedDataset]
        public partial record struct E([ClassLabel("a", "b", "c", Encoding = LabelEncoding.Scores, MultiHot = MultiHotPolicy.First)] Memory<int> Label);
        """,
        """
        using BalanceGen;
        [BalancedDataset, ClassColumns(From = nameof(None), To = nameof(Both), MissingClass = "Both", MultiHot = MultiHotPolicy.First)]
        public partial record struct A(string File, bool None, bool Left, bool Right, bool Both);
        [BalancedDataset, ClassColumns("X", "Y", Encoding = LabelEncoding.Scores)]
        public partial class B { public double X { get; set; } public double Y; [SampleWeight] public long Weight { get; init; } }
        [BalancedDataset, ClassColumns("X", "Z", Tolerance = 0.2, Missing = MissingLabelPolicy.Ignore), MergedClass("both", "X", "Z")]
        public partial struct C { public float X, Y, Z; }
        [BalancedDataset, ClassColumns("X", "Y", "Z", Encoding = LabelEncoding.MultiHot), IgnoredClass("Y")]
        public partial record D(bool X, bool Y, bool Z);
        """,
        """
        using System;
        using System.Collections.Generic;
        using BalanceGen;
        [Flags] public enum Colors : byte { None = 0, Red = 1, Green = 2, Blue = 128, White = Red | Green | Blue }
        [BalancedDataset, MergedClass("cold", Colors.Green, Colors.Blue)]
        public partial record A([ClassLabel(Encoding = LabelEncoding.Set)] Colors Label, [SampleWeight] double Weight);
        [BalancedDataset, IgnoredClass("neutral")]
        public partial record B([ClassLabel("joy", "neutral", Encoding = LabelEncoding.Set, Comparison = LabelComparison.IgnoreCase)] List<string>? Label);
        [BalancedDataset]
        public partial record struct C([ClassLabel(Min = 0, Max = 99, Encoding = LabelEncoding.Set, Missing = MissingLabelPolicy.Ignore)] HashSet<int> Label);
        [BalancedDataset]
        public partial record struct D([ClassLabel("a", "b", "c", Encoding = LabelEncoding.MultiHot, Tolerance = 0.25)] Half[] Label);
        [BalancedDataset]
        public partial record struct E([ClassLabel(Values = new long[] { 5, 7 }, Encoding = LabelEncoding.Set)] ReadOnlyMemory<short> Label);
        [BalancedDataset]
        public partial record struct F([ClassLabel(Encoding = LabelEncoding.Set)] HashSet<Colors> Label);
        [System.Runtime.CompilerServices.InlineArray(2)] public struct Two { private float _first; }
        [BalancedDataset, IgnoredClass("a")]
        public partial record struct G([ClassLabel("a", "b", Encoding = LabelEncoding.MultiHot, Tolerance = 0.1)] Two Label);
        """,
        """
        using System;
        using BalanceGen;
        public enum Breed { Siamese, Birman }
        [Flags] public enum Colors { None = 0, Red = 1, Green = 2 }
        public record Annotation(Breed? Breed, string? Text, float[] Hot, Box Box, Colors Colors, string[] Tags);
        public struct Box { public int Kind; internal Breed? Maybe { get; set; } }
        [BalancedDataset]
        public partial record A([ClassLabel(Path = "Breed", MissingClass = "Birman")] Annotation? Note);
        [BalancedDataset]
        public partial record B([ClassLabel("cat", "dog", Path = nameof(Annotation.Text), Comparison = LabelComparison.Trim)] Annotation Note);
        [BalancedDataset]
        public partial record struct C([ClassLabel(Path = "Box.Kind", Min = 0, Max = 1)] Annotation Note);
        [BalancedDataset]
        public partial record struct D([ClassLabel("a", "b", Path = "Hot")] Annotation? Note);
        [BalancedDataset]
        public partial record E(string File) { [ClassLabel("other", "cat")] private bool IsCat() => File.StartsWith("cat", StringComparison.Ordinal); }
        [BalancedDataset]
        public partial record struct G([ClassLabel(Path = "Colors", Encoding = LabelEncoding.Set)] Annotation Note);
        [BalancedDataset]
        public partial record struct H([ClassLabel("a", "b", Path = "Tags", Encoding = LabelEncoding.Set)] Annotation? Note);
        [BalancedDataset]
        public partial struct F { [ClassLabel(Path = "Maybe", Missing = MissingLabelPolicy.Ignore)] public Box? Box; }
        """,
    ];
}
