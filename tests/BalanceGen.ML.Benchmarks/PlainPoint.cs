using Microsoft.ML.Data;

namespace BalanceGen.ML.Benchmarks;

/// <summary>The same row as ML.NET's own loader takes it.</summary>
public sealed class PlainPoint
{
    [VectorType(Program.Length)]
    public float[] Features { get; set; } = [];

    public float Weight { get; set; }

    public string Kind { get; set; } = "";
}
