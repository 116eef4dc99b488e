namespace BalanceGen.Weights;

/// <summary>A target distribution for every epoch. A target changes only with the first draw of an epoch.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class TargetSchedule
{
    private readonly TargetStep[] _steps;

    /// <summary>The number of epochs over which the first step passes into the second; 0 for a schedule of plain steps.</summary>
    private readonly int _blendedEpochs;

    private TargetSchedule(TargetStep[] steps, int blendedEpochs)
    {
        _steps = steps;
        _blendedEpochs = blendedEpochs;
    }

    /// <summary>The epoch from which on the target does not change any more.</summary>
    public long LastSwitch => _steps[^1].FirstEpoch;

    /// <summary>
    /// Progressively balanced sampling (Kang et al. 2020, arXiv 1910.09217): p_c(e) = (1 − e/E)·π_c + (e/E)/C in epoch e = 0 … E, and 1/C
    /// from then on, with π_c = the share of class c in the data.
    /// </summary>
    /// <param name="epochs">The number of epochs E, of [1, 100000].</param>
    /// <param name="from">The target of epoch 0 instead of the data's own shares.</param>
    /// <param name="to">The target of epoch E instead of the uniform one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epochs"/> is outside that range.</exception>
    public static TargetSchedule Progressive([ValueRange(1, 100_000)] int epochs, TargetDistribution? from = null, TargetDistribution? to = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(epochs, 100_000);
        return new TargetSchedule(
            [new TargetStep(0, from ?? TargetDistribution.AsSource), new TargetStep(epochs, to ?? TargetDistribution.Uniform)], epochs);
    }

    /// <summary>Targets that hold from one epoch to the next step's.</summary>
    /// <param name="steps">One step or more in ascending order of their first epochs, of which the first is 0.</param>
    /// <exception cref="ArgumentException">There is no step, the first does not start at epoch 0, or the epochs do not ascend.</exception>
    public static TargetSchedule Steps(params ReadOnlySpan<TargetStep> steps)
    {
        if (steps.IsEmpty || steps[0].FirstEpoch != 0)
        {
            throw new ArgumentException("A schedule starts with a step at epoch 0.", nameof(steps));
        }

        for (int step = 0; step < steps.Length; step++)
        {
            if (steps[step].Target is null)
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Step {step} has no target."), nameof(steps));
            }

            if (step > 0 && steps[step].FirstEpoch <= steps[step - 1].FirstEpoch)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Step {step} starts at epoch {steps[step].FirstEpoch}, not after step {step - 1}, which starts at epoch {steps[step - 1].FirstEpoch}."), nameof(steps));
            }
        }

        return new TargetSchedule(steps.ToArray(), 0);
    }

    /// <summary>The target distribution of an epoch.</summary>
    /// <param name="epoch">The epoch, 0 or more.</param>
    /// <param name="counts">The counts of the data set.</param>
    /// <param name="zeroCounts">What happens where a target asks for rows of a class that has none.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative.</exception>
    /// <remarks>The counts are looked at only where one target passes into the next; then the following errors are possible.</remarks>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="EmptyClassException">A target asks for rows of a class that has none, and the policy is to throw.</exception>
    /// <exception cref="ClassMismatchException">A target has another number of shares than the data set has classes.</exception>
    public TargetDistribution TargetOf(long epoch, ClassCounts counts, ZeroCountPolicy zeroCounts = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        if (_blendedEpochs == 0 || epoch == 0 || epoch >= _blendedEpochs)
        {
            return Array.FindLast(_steps, step => step.FirstEpoch <= epoch).Target;
        }

        double[] from = _steps[0].Target.Resolve(counts, zeroCounts);
        double[] to = _steps[1].Target.Resolve(counts, zeroCounts);
        double part = (double)epoch / _blendedEpochs;
        return TargetDistribution.Proportional([.. from.Zip(to, (before, after) => ((1 - part) * before) + (part * after))]);
    }

    /// <summary>The draws from which on another target holds, ascending, from 0, with the target.</summary>
    /// <exception cref="OverflowException">A switch point exceeds 2^63 − 1.</exception>
    internal IEnumerable<(long FirstDraw, TargetDistribution Target)> Phases(long epochLength, ClassCounts counts, ZeroCountPolicy zeroCounts) =>
        Switches().Select(epoch => (checked(epoch * epochLength), TargetOf(epoch, counts, zeroCounts)));

    /// <summary>The epochs in which another target begins, ascending, from 0.</summary>
    internal IEnumerable<long> Switches() => Enumerable.Range(0, _blendedEpochs).Select(epoch => (long)epoch)
        .Concat(_steps.Skip(_blendedEpochs > 0 ? 1 : 0).Select(step => step.FirstEpoch));
}
