using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>Shapes of records that are more than one type or one plain name, executed.</summary>
public sealed class TargetShapeExecutionTests
{
    [Fact]
    public void A_data_set_of_a_base_type_holds_rows_of_every_derived_type() =>
        AssertRuns(
            "false, true: 1 0 1 | 2 2 | 1 1",
            ["Animal.g.cs"],
            """
            using BalanceGen;
            [BalancedDataset] public abstract partial record Animal([ClassLabel] bool IsWild);
            public sealed record Cat(string Name, bool IsWild) : Animal(IsWild);
            public record Dog() : Animal(false);
            public static class Probe
            {
                private static readonly Animal[] Rows = [new Cat("tiger", true), new Dog(), new Cat("lion", true), new Cat("tom", false)];
                public static string Run()
                {
                    IndexedDataset<Animal> data = Animal.Classes.Index(Rows);
                    return $"{Animal.Classes.Set}: {Animal.Classes.IndexOf(Rows[0])} {Animal.Classes.IndexOf(new Dog())} {default(Animal.Classes.Indexer).IndexOf(in Rows[2])} | "
                        + $"{data.Counts[0]} {data.Counts[1]} | {data.Index.RowOf(0, 0)} {(Rows[data.Index.RowOf(0, 1)] is Cat { Name: "tom" } ? 1 : 0)}";
                }
            }
            """);

    [Fact]
    public void The_label_is_inherited_unless_a_nearer_type_has_one() =>
        AssertRuns(
            "false, true: 1 | a, b: 1 | false, true: 0 | true",
            ["Animal.g.cs", "Cat.g.cs", "Dog.g.cs"],
            """
            using BalanceGen;
            [BalancedDataset] public partial record Animal([ClassLabel] bool IsWild);
            [BalancedDataset] public partial record Dog(bool IsWild) : Animal(IsWild);
            public record Feline(bool IsWild, [property: ClassLabel("a", "b")] string Breed) : Animal(IsWild);
            [BalancedDataset] public sealed partial record Cat(string Breed) : Feline(false, Breed);
            public static class Probe
            {
                public static string Run()
                {
                    Cat cat = new("b");
                    return $"{Dog.Classes.Set}: {Dog.Classes.IndexOf(new Dog(true))} | {Cat.Classes.Set}: {Cat.Classes.IndexOf(cat)} | "
                        + $"{Animal.Classes.Set}: {Animal.Classes.IndexOf(cat)} | {default(Dog.Classes.Indexer).DescribeLabel(new Dog(true))}";
                }
            }
            """);

    /// <summary>What a row says is what its own type makes of the member, whichever type declares it.</summary>
    [Fact]
    public void An_overridden_label_is_that_of_the_rows_own_type() =>
        AssertRuns(
            "0 1 2 | 1 1 1 | 2",
            ["Base.g.cs", "Own.g.cs"],
            """
            using BalanceGen;
            [BalancedDataset] public abstract partial class Base { [ClassLabel(Min = 0, Max = 2)] public abstract int Label { get; } }
            public class Zero : Base { public override int Label => 0; }
            public class One : Zero { public override int Label => base.Label + 1; }
            [BalancedDataset] public sealed partial class Own : One { public sealed override int Label => 2; }
            public static class Probe
            {
                private static readonly Base[] Rows = [new Zero(), new One(), new Own()];
                public static string Run()
                {
                    ClassCounts counts = Base.Classes.CountRows(Rows);
                    return $"{Base.Classes.IndexOf(Rows[0])} {Base.Classes.IndexOf(Rows[1])} {Base.Classes.IndexOf(Rows[2])} | {counts[0]} {counts[1]} {counts[2]} | {Own.Classes.IndexOf(new Own())}";
                }
            }
            """);

    [Fact]
    public void Rows_of_an_interface_are_of_any_type_that_has_it() =>
        AssertRuns(
            "ham, spam: 1 0 1 -1 | 1 2 | spam",
            ["ILabelled.g.cs", "IMessage.g.cs"],
            """
            using BalanceGen;
            [BalancedDataset] public partial interface ILabelled { [ClassLabel("ham", "spam")] string Label { get; } }
            [BalancedDataset] public partial interface IMessage : ILabelled { }
            public sealed record Letter(string Label) : ILabelled;
            public readonly record struct Mail(string Text) : IMessage { string ILabelled.Label => Text == "" ? "none" : "spam"; }
            public static class Probe
            {
                private static readonly ILabelled[] Rows = [new Letter("spam"), new Letter("ham"), new Mail("x")];
                public static string Run()
                {
                    ILabelled unknown = new Mail("");
                    ClassCounts counts = ILabelled.Classes.Index(Rows).Counts;
                    return $"{ILabelled.Classes.Set}: {ILabelled.Classes.IndexOf(in Rows[0])} {ILabelled.Classes.IndexOf(in Rows[1])} {IMessage.Classes.IndexOf(new Mail("y"))} "
                        + $"{default(ILabelled.Classes.Indexer).IndexOf(in unknown)} | {counts[0]} {counts[1]} | {default(IMessage.Classes.Indexer).DescribeLabel(new Mail("y"))}";
                }
            }
            """);

    [Fact]
    public void A_readonly_struct_that_is_no_record_is_read_in_place() =>
        AssertRuns(
            "A, B: 1 0 | 1 1",
            ["Frozen.g.cs"],
            """
            using BalanceGen;
            public enum Kind { A, B }
            [BalancedDataset] public readonly partial struct Frozen(Kind kind) { [ClassLabel] private readonly Kind _kind = kind; }
            public static class Probe
            {
                private static readonly Frozen[] Rows = [new(Kind.B), default];
                public static string Run()
                {
                    ClassCounts counts = Frozen.Classes.CountRows(Rows);
                    return $"{Frozen.Classes.Set}: {Frozen.Classes.IndexOf(in Rows[0])} {Frozen.Classes.IndexOf(in Rows[1])} | {counts[0]} {counts[1]}";
                }
            }
            """);

    /// <summary>Letters of several scripts, a combining mark, an escape, and a format character, which is part of no name.</summary>
    [Fact]
    public void Unicode_names_are_written_as_they_are_meant() =>
        AssertRuns(
            "Größe, 大きい, class: 0 1 2 | cafe\u0301 | 1 0",
            ["Räume.cafe\u0301.g.cs", "Räume.Ωmega-1-Строка.g.cs"],
            """
            using BalanceGen;
            namespace Räume
            {
                public enum Maß { Größe, 大きい, cl\u0061ss }
                public partial class Ωmega<Τύπος>
                {
                    [BalancedDataset] internal partial record struct Строка(Τύπος Wert, [ClassLabel] Maß 크기);
                }
                [BalancedDataset] public partial record CAFE([ClassLabel("cafe", "CAFE")] string naïve);
            }
            public static class Probe
            {
                public static string Run() =>
                    $"{Räume.Ωmega<int>.Строка.Classes.Set}: {Find(Räume.Maß.Größe)} {Find(Räume.Maß.大きい)} {Find(Räume.Maß.@class)} | "
                    + $"{typeof(Räume.CAFE).Name} | {Räume.CAFE.Classes.IndexOf(new Räume.CAFE("CAFE"))} {Räume.CAFE.Classes.IndexOf("cafe")}";
                private static int Find(Räume.Maß label) => Räume.Ωmega<int>.Строка.Classes.IndexOf(new Räume.Ωmega<int>.Строка(1, label));
            }
            """.Replace("CAFE", "ca\u00ADfe\u0301", StringComparison.Ordinal));

    private static void AssertRuns(string expected, string[] hintNames, string source)
    {
        Assert.Equal(hintNames, GeneratorRun.Of(source).Result.GeneratedSources.Select(file => file.HintName).Order(StringComparer.Ordinal));
        Assert.Equal(expected, LoadedAssembly.Run(source));
    }
}
