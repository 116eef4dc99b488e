using Microsoft.ML.Data;

namespace BalanceGen.ML.Tests;

/// <summary>A row as ML.NET's own loader takes it, with a label of every kind.</summary>
public sealed class Plain
{
    public int Number { get; set; }

    public string Text { get; set; } = "";

    public bool Flag { get; set; }

    public float Single { get; set; }

    public int Whole { get; set; }

    [VectorType(2)]
    public float[] Features { get; set; } = [0, 0];

    public static Plain[] Make(int count) =>
    [
        .. Sample.Make(count).Select(sample => new Plain
        {
            Number = sample.Number,
            Text = sample.Grade.ToString(),
            Flag = sample.Grade == Grade.Rare,
            Single = (int)sample.Grade,
            Whole = (int)sample.Grade,
            Features = [sample.X, sample.Y],
        }),
    ];
}
