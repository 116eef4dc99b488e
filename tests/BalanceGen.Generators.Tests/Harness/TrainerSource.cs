namespace BalanceGen.Generators.Tests.Harness;

/// <summary>Members of a class that trains with TorchSharp or ML.NET.</summary>
internal static class TrainerSource
{
    public static string Of(string members) => $$"""
        using BalanceGen.Evaluation;
        using BalanceGen.ML;
        using BalanceGen.TorchSharp;
        using Microsoft.ML;
        using TorchSharp;
        {{UsageSource.Of(members)}}
        """;
}
