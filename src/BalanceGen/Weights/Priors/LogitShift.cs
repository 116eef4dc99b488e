using System.Numerics;

namespace BalanceGen.Weights;

/// <summary>A number for each class that is added to the logits of every row.</summary>
internal static class LogitShift
{
    /// <summary>Adds the numbers, or takes them away where the sign is −1. Logits are only changed if all of the results are finite. No allocation.</summary>
    /// <exception cref="ArgumentException">There is no whole number of rows, or a result is not finite; <paramref name="what"/> the logit is then called.</exception>
    public static void Add<TFloat>(Span<TFloat> logits, ReadOnlySpan<double> offsets, double sign, ClassSet classes, string what)
        where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>
    {
        if (logits.Length % offsets.Length != 0)
        {
            throw new ArgumentException($"{logits.Length} logits are not a whole number of rows with {offsets.Length} classes.", nameof(logits));
        }

        for (int place = 0; place < logits.Length; place++)
        {
            if (!TFloat.IsFinite(TFloat.CreateTruncating(sign * offsets[place % offsets.Length]) + logits[place]))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"The logit of row {place / offsets.Length} for class '{classes[place % offsets.Length]}' is {logits[place]}; the {what} logit must be finite."), nameof(logits));
            }
        }

        for (int start = 0; start < logits.Length; start += offsets.Length)
        {
            for (int index = 0; index < offsets.Length; index++)
            {
                logits[start + index] += TFloat.CreateTruncating(sign * offsets[index]);
            }
        }
    }
}
