namespace BalanceGen.Generators.Tests.Harness;

/// <summary>Members of a class that uses data sets, with the record types that they need.</summary>
internal static class UsageSource
{
    /// <summary>What code of a user names: the rooms of the library.</summary>
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using BalanceGen;
        using BalanceGen.Batching;
        using BalanceGen.Classes;
        using BalanceGen.Loading;
        using BalanceGen.Sampling;
        using BalanceGen.Streaming;
        using BalanceGen.Weights;
        """;

    private const string Types = """
        public enum Breed { Siamese, Birman }
        [BalancedDataset] public partial record struct Cat(string File, [ClassLabel] Breed Breed);
        [BalancedDataset] public partial record struct Digit([ClassLabel(Min = 0, Max = 9)] int Value);
        """;

    public static string Of(string members, string types = Types) => $$"""
        {{Usings}}
        {{types}}
        public static class Training
        {
        {{members}}
        }
        """;
}
