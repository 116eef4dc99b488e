using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>The generated code of the label kinds that are more than one value, executed.</summary>
public sealed class LabelKindExecutionTests
{
    [Theory]
    [InlineData("bool[]", "", "[false, true, false]", "[true, true, false]", "[false, false, false]", "[true, false]")]
    [InlineData("float[]", "", "[0, 1, 0]", "[1, 1, 0]", "[0, 0, 0]", "[1, 0]")]
    [InlineData("double[]", "", "[0, 1, 0]", "[1, 1, 0]", "[0, 0, 0]", "[1, 0]")]
    [InlineData("System.Half[]", "", "[(System.Half)0, (System.Half)1, (System.Half)0]", "[(System.Half)1, (System.Half)1, (System.Half)0]", "new System.Half[3]", "new System.Half[2]")]
    [InlineData("byte[]", ", Encoding = LabelEncoding.OneHot", "[0, 1, 0]", "[1, 1, 0]", "[0, 0, 0]", "[1, 0]")]
    [InlineData("int[]", ", Encoding = LabelEncoding.OneHot", "[0, 1, 0]", "[1, 1, 0]", "[0, 0, 0]", "[1, 0]")]
    [InlineData("System.ReadOnlyMemory<float>", "", "new float[] { 0, 1, 0 }", "new float[] { 1, 1, 0 }", "new float[3]", "new float[] { 1, 0 }")]
    [InlineData("System.Memory<bool>", "", "new[] { false, true, false }", "new[] { true, true, false }", "new bool[3]", "new[] { true, false }")]
    [InlineData("System.Collections.Immutable.ImmutableArray<double>", "", "[0, 1, 0]", "[1, 1, 0]", "[0, 0, 0]", "[1, 0]")]
    public void One_hot_vector_of_any_container_and_element_follows_its_policies(
        string type, string encoding, string hot, string several, string none, string wrongLength)
    {
        string Row(string name, string policies) =>
            $"[BalancedDataset] public partial record struct {name}([ClassLabel(\"a\", \"b\", \"c\"{encoding}{policies})] {type} Label);";

        Assert.Equal(
            "1 -1 -1 -1 -1 | 1 -2 -2 -1 -2 | 1 0 2 -1 2 | 1",
            LoadedAssembly.Run($$"""
                using BalanceGen;
                {{Row("Default", "")}}
                {{Row("Ignoring", ", Missing = MissingLabelPolicy.Ignore, MultiHot = MultiHotPolicy.Ignore")}}
                {{Row("Lenient", ", MissingClass = \"c\", MultiHot = MultiHotPolicy.First")}}
                public static class Probe
                {
                    public static string Run()
                    {
                        {{type}} hot = {{hot}}, several = {{several}}, none = {{none}}, wrong = {{wrongLength}};
                        return $"{D(hot)} {D(several)} {D(none)} {D(wrong)} {D(default!)} | {I(hot)} {I(several)} {I(none)} {I(wrong)} {I(default!)} | "
                            + $"{L(hot)} {L(several)} {L(none)} {L(wrong)} {L(default!)} | {Default.Classes.IndexOf(new Default(hot))}";
                    }
                    static int D({{type}} label) => default(Default.Classes.Indexer).IndexOf(new(label));
                    static int I({{type}} label) => default(Ignoring.Classes.Indexer).IndexOf(new(label));
                    static int L({{type}} label) => default(Lenient.Classes.Indexer).IndexOf(new(label));
                }
                """));
    }

    [Fact]
    public void One_hot_vector_in_an_inline_array_or_a_span_property() =>
        Assert.Equal(
            "2 2 1 [0, 0, 1, 0, 0, 0, 0, 1]",
            LoadedAssembly.Run("""
                using System;
                using System.Runtime.CompilerServices;
                using BalanceGen;
                [InlineArray(8)] public struct Eight { private float _first; }
                [BalancedDataset] public partial struct InField { [ClassLabel("a", "b", "c", "d", "e", "f", "g", "h")] public Eight Label; }
                [BalancedDataset] public partial record struct InProperty([ClassLabel("a", "b", "c", "d", "e", "f", "g", "h")] Eight Label);
                [BalancedDataset] public partial class InSpan
                {
                    private readonly byte[] _pixelsAndLabel = [7, 7, 0, 1];
                    [ClassLabel("no", "yes", Encoding = LabelEncoding.OneHot)] public ReadOnlySpan<byte> Label => _pixelsAndLabel.AsSpan(2);
                }
                public static class Probe
                {
                    public static string Run()
                    {
                        Eight label = default;
                        label[2] = 1;
                        int inField = InField.Classes.IndexOf(new InField { Label = label });
                        int inProperty = InProperty.Classes.IndexOf(new InProperty(label));
                        label[7] = 1;
                        return $"{inField} {inProperty} {InSpan.Classes.IndexOf(new InSpan())} {default(InProperty.Classes.Indexer).DescribeLabel(new InProperty(label))}";
                    }
                }
                """));

    [Fact]
    public void Soft_labels_have_a_tolerance_and_scores_a_winner() =>
        Assert.Equal(
            "1 -1 0 -1 0 0",
            LoadedAssembly.Run("""
                using BalanceGen;
                [BalancedDataset] public partial record struct Soft([ClassLabel("a", "b", Tolerance = 0.1)] float[] Label);
                [BalancedDataset] public partial record struct Scored([ClassLabel("a", "b", Encoding = LabelEncoding.Scores)] double[] Label);
                [BalancedDataset] public partial record struct FirstOfTie([ClassLabel("a", "b", Encoding = LabelEncoding.Scores, MultiHot = MultiHotPolicy.First)] int[] Label);
                public static class Probe
                {
                    public static string Run() => $"{S(0.1f, 0.9f)} {S(0.2f, 0.8f)} {C(0.6, 0.4)} {C(0.5, 0.5)} {F(3, 3)} {F(4, 3)}";
                    static int S(params float[] label) => default(Soft.Classes.Indexer).IndexOf(new(label));
                    static int C(params double[] label) => default(Scored.Classes.Indexer).IndexOf(new(label));
                    static int F(params int[] label) => default(FirstOfTie.Classes.Indexer).IndexOf(new(label));
                }
                """));

    [Fact]
    public void Columns_are_named_or_a_range_in_declaration_order() =>
        Assert.Equal(
            "none, left, right, both: 3 0 -1 | right, none: 0 -1 | A, B: 1",
            LoadedAssembly.Run("""
                using BalanceGen;
                [BalancedDataset, ClassColumns(From = "none", To = "both")]
                public partial record struct Range(string File, bool none, bool left, bool right, bool both, bool IsTest);
                [BalancedDataset, ClassColumns("right", "none")]
                public partial record Named(float none, float left, float right);
                [BalancedDataset, ClassColumns("A", "B", Encoding = LabelEncoding.Scores)]
                public partial class Scores { public int B; public int A { get; set; } }
                public static class Probe
                {
                    public static string Run() =>
                        $"{Range.Classes.Set}: {R(new("", false, false, false, true, true))} {R(new("", true, false, false, false, true))} {R(default)} | "
                        + $"{Named.Classes.Set}: {N(new(0, 1, 1))} {N(new(0.5f, 0, 1))} | {Scores.Classes.Set}: {Scores.Classes.IndexOf(new Scores { B = 9, A = 3 })}";
                    static int R(Range row) => default(Range.Classes.Indexer).IndexOf(row);
                    static int N(Named row) => default(Named.Classes.Indexer).IndexOf(row);
                }
                """));

    [Fact]
    public void Reading_vectors_allocates_nothing() =>
        Assert.Equal(
            0L,
            LoadedAssembly.Run("""
                using System;
                using System.Collections.Immutable;
                using System.Runtime.CompilerServices;
                using BalanceGen;
                [InlineArray(3)] public struct Three { private float _first; }
                [BalancedDataset] public partial record struct A([ClassLabel("a", "b", "c")] float[] Label);
                [BalancedDataset] public partial record struct B([ClassLabel("a", "b", "c")] ReadOnlyMemory<bool> Label);
                [BalancedDataset] public partial record struct C([ClassLabel("a", "b", "c")] ImmutableArray<double> Label);
                [BalancedDataset] public partial record struct D([ClassLabel("a", "b", "c")] Three Label);
                [BalancedDataset, ClassColumns("X", "Y", "Z")] public partial record struct E(bool X, bool Y, bool Z);
                public static class Probe
                {
                    private static readonly A RowA = new([0, 1, 0]);
                    private static readonly B RowB = new(new[] { false, true, false });
                    private static readonly C RowC = new([0, 1, 0]);
                    private static readonly D RowD = Make();
                    private static readonly E RowE = new(false, true, false);
                    public static object Run()
                    {
                        Measure();
                        return Measure();
                    }
                    private static D Make()
                    {
                        Three label = default;
                        label[1] = 1;
                        return new D(label);
                    }
                    private static long Measure()
                    {
                        long before = GC.GetAllocatedBytesForCurrentThread();
                        int sum = 0;
                        for (int i = 0; i < 1000; i++)
                        {
                            sum += A.Classes.IndexOf(RowA) + B.Classes.IndexOf(RowB) + C.Classes.IndexOf(RowC) + D.Classes.IndexOf(RowD) + E.Classes.IndexOf(RowE);
                        }
                        return GC.GetAllocatedBytesForCurrentThread() - before + (sum == 5000 ? 0 : 1);
                    }
                }
                """));
}
