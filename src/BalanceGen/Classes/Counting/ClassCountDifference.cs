namespace BalanceGen.Classes;

/// <summary>A class whose number of rows is not the expected one.</summary>
/// <param name="ClassIndex">The class index.</param>
/// <param name="ClassName">The class.</param>
/// <param name="Expected">The number of rows that was expected, for example the one that was known at compile time.</param>
/// <param name="Actual">The number of rows that the data has.</param>
public readonly record struct ClassCountDifference(int ClassIndex, string ClassName, long Expected, long Actual)
{
    /// <summary>The difference as a person would say it: <c>'Birman': 9 rows, 10 expected</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"'{ClassName}': {Actual} rows, {Expected} expected");
}
