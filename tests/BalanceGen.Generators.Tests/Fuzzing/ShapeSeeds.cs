namespace BalanceGen.Generators.Tests.Fuzzing;

/// <summary>Every shape of a record.</summary>
internal static class ShapeSeeds
{
    public static IReadOnlyList<string> All { get; } =
    [
        """
        using BalanceGen;
        [BalancedDataset] public abstract partial record Animal([ClassLabel] bool IsWild);
        [BalancedDataset] public sealed partial record Cat(bool IsWild, [property: SampleWeight] double Weight, [Group] (int House, string? Room) Place) : Animal(IsWild);
        [BalancedDataset] public partial record Dog(bool IsWild, [ClassLabel("a", "b")] string Kind) : Animal(IsWild);
        [BalancedDataset] public partial interface ILabelled { [ClassLabel("ham", "spam")] string Label { get; } }
        [BalancedDataset] internal partial interface IMore : ILabelled { }
        public abstract class Base { [ClassLabel(Min = 0, Max = 1)] protected internal abstract int Label { get; } public bool X, Y; [SampleWeight] protected float Weight; }
        [BalancedDataset] public partial class Derived : Base { protected internal override int Label => 1; }
        [BalancedDataset, ClassColumns("X", "Y")] public partial class OfColumns : Base { protected internal override int Label => 0; }
        """,
        """
        using BalanceGen;
        namespace @event.@namespace
        {
            public partial class Räume<TKey> where TKey : notnull
            {
                internal partial interface IOuter<T>
                {
                    protected partial struct Middle<U> where U : struct
                    {
                        private protected enum Level : short { Low = -7, High = 3 }
                        [BalancedDataset]
                        private readonly partial record struct Example<@class>(TKey Image, [ClassLabel("katze", "hund")] string @int);
                        [BalancedDataset]
                        internal partial struct Row { [ClassLabel] public bool Label; }
                    }
                }
            }
        }
        namespace Other { public partial record struct Row(string File); }
        namespace Other { [BalanceGen.BalancedDataset] public partial record struct Row { [BalanceGen.ClassLabel] public required bool IsCat { get; init; } } }
        """,
        """
        using System.Collections.Generic;
        using BalanceGen;
        [BalancedDataset<KeyValuePair<string, int>>]
        public static partial class Pairs { [ClassLabel("odd", "even")] private static bool IsEven(KeyValuePair<string, int> row) => row.Value % 2 == 0; }
        public sealed class Old { public string Kind = "b"; public float[]? Hot; }
        [BalancedDataset<Old>, IgnoredClass("a")]
        internal static partial class OldRows { [ClassLabel("a", "b")] internal static string? Kind(Old row) => row.Kind; }
        [BalancedDataset<Old>]
        public static partial class Hot { [ClassLabel("a", "b", Encoding = LabelEncoding.MultiHot)] public static float[]? Of(Old row) => row.Hot; }
        internal struct Mine { public int Id; }
        [BalancedDataset<Mine>(ZeroCounts = ZeroCountRule.ZeroWeight), ClassCount(1, 5)]
        internal static partial class Own { [ClassLabel(Min = 0, Max = 2, Missing = MissingLabelPolicy.Ignore)] public static int? Of(Mine row) => row.Id; }
        """,
        """
        using BalanceGen;
        public enum Kind { A, B }
        [BalancedDataset] public partial class Row(bool isCat) { [ClassLabel] public bool IsCat { get; } = isCat; }
        [BalancedDataset] public readonly partial struct Frozen { [field: ClassLabel] public Kind Kind { get; init; } }
        [BalancedDataset] public partial record Field { [ClassLabel] private readonly Kind _kind = Kind.B; public string? Text { get; set; } }
        [BalancedDataset] public partial record Shadow([ClassLabel] Kind Kind) { public readonly Kind Kind = Kind; }
        [BalancedDataset] public unsafe partial record struct Pair<T1, T2>(T1 First, T2 Second, [ClassLabel] Kind Kind) where T1 : class where T2 : unmanaged;
        [BalancedDataset] file record Hidden([ClassLabel] Kind Kind);
        [BalancedDataset] public ref partial struct Ref { [ClassLabel] public Kind Kind; }
        [BalancedDataset] public static partial class Static { [ClassLabel] public static Kind Kind; }
        """,
        """
        using System;
        using System.Linq;
        using BalanceGen;
        public enum Breed { Siamese, Birman }
        [BalancedDataset, ClassCount(Breed.Siamese, 160), ClassCount(Breed.Birman, 0)]
        public partial record struct Cat(string File, [ClassLabel] Breed Breed);
        public static class Training
        {
            public static double Run(Cat[] rows, ulong seed)
            {
                var cats = Cat.Classes.Index(rows);
                var sampler = cats.BalancedSampler(seed: seed, target: TargetDistribution.Of(0.1, 0.8));
                foreach (var batch in cats.Batches(sampler, batchSize: 1)) { Console.WriteLine(batch.Length); }
                for (int epoch = 0; epoch < 3; epoch++) { foreach (int row in sampler.Take(10)) { Console.WriteLine(row); } }
                ClassWeights weights = cats.Counts.BalancedWeights();
                long n = cats.Counts[0];
                return rows.Length / (2.0 * cats.Counts[1]) + rows.Length / (double)n + weights[0];
            }
        }
        """,
    ];
}
