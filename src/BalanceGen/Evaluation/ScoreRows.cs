using System.Numerics;

namespace BalanceGen.Evaluation;

/// <summary>Checks of scores that come row after row, one per class.</summary>
internal static class ScoreRows
{
    /// <summary>
    /// How far the probabilities of a row may be from adding up to 1. A softmax of 40,000 classes in single precision is off by less, and
    /// any row of logits by more.
    /// </summary>
    private const double SumTolerance = 1e-3;

    /// <summary>Whether every row has a score for every class, none of them NaN, and a truth that is a class or ignored.</summary>
    public static void Check<TFloat>(ReadOnlySpan<int> truth, ReadOnlySpan<TFloat> scores, ClassSet classes)
        where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>
    {
        CheckRows(truth, scores.Length, classes);
        for (int place = 0; place < scores.Length; place++)
        {
            if (TFloat.IsNaN(scores[place]))
            {
                throw new ArgumentException($"The score of row {place / classes.Count} for class '{classes[place % classes.Count]}' is NaN.", nameof(scores));
            }
        }
    }

    /// <summary>Whether every row has a probability for every class, which add up to 1, and a truth that is a class or ignored.</summary>
    public static void CheckProbabilities<TFloat>(ReadOnlySpan<int> truth, ReadOnlySpan<TFloat> probabilities, ClassSet classes)
        where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>
    {
        CheckRows(truth, probabilities.Length, classes);
        CheckProbabilities(probabilities, classes);
    }

    /// <summary>Whether rows have a probability for every class, which add up to 1.</summary>
    public static void CheckProbabilities<TFloat>(ReadOnlySpan<TFloat> probabilities, ClassSet classes)
        where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>
    {
        if (probabilities.Length % classes.Count != 0)
        {
            throw new ArgumentException($"{probabilities.Length} probabilities are not a whole number of rows with {classes.Count} classes.", nameof(probabilities));
        }

        for (int start = 0; start < probabilities.Length; start += classes.Count)
        {
            double sum = 0;
            for (int index = 0; index < classes.Count; index++)
            {
                double probability = double.CreateTruncating(probabilities[start + index]);
                if (!(probability >= 0 && probability <= 1 + SumTolerance))
                {
                    throw new ArgumentException(
                        string.Create(CultureInfo.InvariantCulture, $"The probability of row {start / classes.Count} for class '{classes[index]}' is {probability}; it must be of [0, 1]. Logits need a softmax first."), nameof(probabilities));
                }

                sum += probability;
            }

            if (!(Math.Abs(sum - 1) <= SumTolerance))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"The probabilities of row {start / classes.Count} add up to {sum}, not to 1. Logits need a softmax first."), nameof(probabilities));
            }
        }
    }

    private static void CheckRows(ReadOnlySpan<int> truth, int scores, ClassSet classes)
    {
        if (scores != (long)truth.Length * classes.Count)
        {
            throw new ArgumentException($"There are {scores} scores; {truth.Length} rows with {classes.Count} classes have {(long)truth.Length * classes.Count}.", nameof(scores));
        }

        for (int row = 0; row < truth.Length; row++)
        {
            if ((uint)truth[row] >= (uint)classes.Count && truth[row] != ClassIndex.Ignored)
            {
                UnknownLabelException.Throw(truth[row].ToString(CultureInfo.InvariantCulture), classes, row);
            }
        }
    }
}
