using System.Numerics;

namespace BalanceGen.Evaluation;

/// <content>What is done with a correction: probabilities, logits, decisions.</content>
public sealed partial class PosteriorCorrection
{
    /// <summary>
    /// What is to be added to the logits before the softmax, ln(π_c/p_c) up to a constant, by class index: finite, 0 or less, the greatest 0. Allocates the list.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The deployment lacks a class, whose offset would be −∞. Leave the class out of the model, or use <see cref="Apply"/>.
    /// </exception>
    public double[] LogitOffsets()
    {
        RefuseExcluded("offset would be -infinity");
        return [.. _logRatios];
    }

    /// <summary>Adds the <see cref="LogitOffsets"/> to logits in place. No allocation.</summary>
    /// <typeparam name="TFloat">The floating-point type of the logits.</typeparam>
    /// <param name="logits">The logits of one or more rows, one after the other, each with one logit per class; finite.</param>
    /// <exception cref="ArgumentException">The length is no multiple of the number of classes, or a logit is NaN or infinite; nothing is changed then.</exception>
    /// <exception cref="InvalidOperationException">The deployment does not have a class, whose offset would be −∞.</exception>
    public void AddTo<TFloat>(Span<TFloat> logits)
        where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>
    {
        RefuseExcluded("offset would be -infinity");
        LogitShift.Add(logits, _logRatios, 1, Classes, "corrected");
    }

    /// <summary>Corrects probabilities in place. Computed in double precision. No allocation.</summary>
    /// <typeparam name="TFloat">The floating-point type of the probabilities.</typeparam>
    /// <param name="probabilities">
    /// One probability per class for each row, row after row. Those of a row add up to 1 within 0.001. Correct them once: a second call
    /// would correct them again.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The length is no multiple of the number of classes, a probability is NaN or outside [0, 1], those of a row do not add up to 1, or a row has probabilities above 0 only
    /// for classes that the deployment does not have; nothing is changed then.
    /// </exception>
    public void Apply<TFloat>(Span<TFloat> probabilities)
        where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>
    {
        ScoreRows.CheckProbabilities<TFloat>(probabilities, Classes);
        for (int start = 0; start < probabilities.Length; start += _ratios.Length)
        {
            if (!(SumOf<TFloat>(probabilities.Slice(start, _ratios.Length)) > 0))
            {
                throw new ArgumentException($"Row {start / _ratios.Length} has probabilities above 0 only for classes that the deployment does not have.", nameof(probabilities));
            }
        }

        for (int start = 0; start < probabilities.Length; start += _ratios.Length)
        {
            Span<TFloat> row = probabilities.Slice(start, _ratios.Length);
            double sum = SumOf<TFloat>(row);
            for (int index = 0; index < row.Length; index++)
            {
                row[index] = TFloat.CreateTruncating(double.CreateTruncating(row[index]) * _ratios[index] / sum);
            }
        }
    }

    /// <summary>
    /// The thresholds that make the expected cost least, for the probabilities as the model says them, without a correction: t_c ∝ 1/(m_c·π_c/p_c), together 1. The class to take
    /// is the one with the greatest p_c/t_c (<see cref="Decide"/>); of two classes that is class 1 where its probability exceeds t_1. Allocates the list.
    /// </summary>
    /// <param name="missCosts">What it costs to take a row of each class for another one, above 0 and finite, of any scale. Equal costs make the fewest errors.</param>
    /// <remarks>For two classes and no correction t_1 = m_0/(m_0 + m_1), Elkan 2001, equation 2: m_0 is the cost of a false alarm and m_1 that of a miss.</remarks>
    /// <exception cref="ClassMismatchException">There are more or fewer costs than classes.</exception>
    /// <exception cref="ArgumentException">A cost is 0, negative, NaN or infinite.</exception>
    /// <exception cref="InvalidOperationException">The deployment does not have a class, whose threshold would be infinite.</exception>
    public double[] Thresholds(params ReadOnlySpan<double> missCosts)
    {
        RefuseExcluded("threshold would be infinite");
        ClassMismatchException.ThrowIfMismatch("The list of costs", missCosts.Length, Classes);
        double greatest = 0;
        for (int index = 0; index < missCosts.Length; index++)
        {
            if (!double.IsFinite(missCosts[index]) || missCosts[index] <= 0)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"The cost of missing class '{Classes[index]}' is {missCosts[index]}; it must be finite and above 0."), nameof(missCosts));
            }

            greatest = Math.Max(greatest, missCosts[index]);
        }

        var logarithms = new double[missCosts.Length];
        for (int index = 0; index < logarithms.Length; index++)
        {
            logarithms[index] = -Math.Log(missCosts[index] / greatest) - _logRatios[index];
            if (!double.IsFinite(logarithms[index]))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"The cost of missing class '{Classes[index]}', {missCosts[index]}, is too small beside {greatest}."), nameof(missCosts));
            }
        }

        double largest = logarithms.Max();
        double[] thresholds = [.. logarithms.Select(logarithm => Math.Exp(logarithm - largest))];
        double sum = thresholds.Sum();

        // The smallest positive number stands for one that is too small to be written.
        return [.. thresholds.Select(threshold => Math.Max(threshold / sum, double.Epsilon))];
    }

    /// <summary>The class whose probability exceeds its threshold by the greatest factor; of equal ones the first. No allocation.</summary>
    /// <typeparam name="TFloat">The floating-point type of the probabilities.</typeparam>
    /// <param name="probabilities">The probabilities of one row, as the model says them.</param>
    /// <param name="thresholds">The <see cref="Thresholds"/>.</param>
    /// <exception cref="ArgumentException">The lists differ in length, are empty, or a threshold is not above 0, or a probability is NaN.</exception>
    public static int Decide<TFloat>(ReadOnlySpan<TFloat> probabilities, ReadOnlySpan<double> thresholds)
        where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>
    {
        if (probabilities.Length != thresholds.Length || thresholds.IsEmpty)
        {
            throw new ArgumentException($"There are {probabilities.Length} probabilities and {thresholds.Length} thresholds.", nameof(probabilities));
        }

        int best = 0;
        for (int index = 0; index < thresholds.Length; index++)
        {
            double probability = double.CreateTruncating(probabilities[index]);
            if (!(thresholds[index] > 0) || double.IsNaN(probability))
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Class {index} has the probability {probability} and the threshold {thresholds[index]}."), nameof(probabilities));
            }

            // p/t > q/u without the division, which could overflow.
            best = probability * thresholds[best] > double.CreateTruncating(probabilities[best]) * thresholds[index] ? index : best;
        }

        return best;
    }

    private double SumOf<TFloat>(ReadOnlySpan<TFloat> row)
        where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>
    {
        double sum = 0;
        for (int index = 0; index < row.Length; index++)
        {
            sum += double.CreateTruncating(row[index]) * _ratios[index];
        }

        return sum;
    }

    private void RefuseExcluded(string consequence)
    {
        int excluded = Array.IndexOf(_ratios, 0);
        if (excluded >= 0)
        {
            throw new InvalidOperationException($"The deployment has no class '{Classes[excluded]}', whose {consequence}.");
        }
    }
}
