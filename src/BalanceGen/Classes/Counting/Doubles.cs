namespace BalanceGen.Classes;

/// <summary>Widens numbers in single precision, as tensors and losses of other libraries have them; nothing is lost.</summary>
/// <remarks>
/// Public members that take doubles take singles too, with a lower priority: literals and collection expressions stay doubles, so that 0.1 is not rounded.
/// </remarks>
internal static class Doubles
{
    public static double[] Of(ReadOnlySpan<float> singles)
    {
        var doubles = new double[singles.Length];
        for (int index = 0; index < doubles.Length; index++)
        {
            doubles[index] = singles[index];
        }

        return doubles;
    }
}
