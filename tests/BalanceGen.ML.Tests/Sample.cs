namespace BalanceGen.ML.Tests;

/// <summary>A struct, which ML.NET's own loader does not take. The number makes each row another one.</summary>
[BalancedDataset]
public readonly partial record struct Sample(int Number, float X, float Y, [property: ClassLabel] Grade Grade)
{
    /// <summary>Rows of which the classes lie apart, 8 : 3 : 1, in mixed order.</summary>
    public static Sample[] Make(int count)
    {
        var random = new Random(7);
        return
        [
            .. Enumerable.Range(0, count).Select(number =>
            {
                Grade grade = (number % 12) switch { < 8 => Grade.Common, < 11 => Grade.Scarce, _ => Grade.Rare };
                return new Sample(number, (float)((3 * (int)grade) + random.NextDouble()), (float)random.NextDouble(), grade);
            }),
        ];
    }
}
