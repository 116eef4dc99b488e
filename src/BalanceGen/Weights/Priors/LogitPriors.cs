using System.Numerics;

namespace BalanceGen.Weights;

/// <summary>
/// What logit adjustment (Menon et al. 2021, arXiv 2007.07314) adds to the logits of a classifier: τ·ln π_c for each class, where π_c is the share of
/// the class in the training data.
/// </summary>
/// <remarks>
/// Every value is finite. In training, <see cref="AddTo{TFloat}"/> the logits before the cross-entropy (the logit-adjusted loss); or train without
/// and <see cref="SubtractFrom{TFloat}"/> them before the arg max (post-hoc adjustment). Never both. With τ = 1 either is consistent for the
/// balanced error. Not to be combined with a balanced sampler or class weights, which make the same correction. Immutable and thread-safe.
/// </remarks>
public sealed class LogitPriors
{
    private readonly double[] _values;

    private LogitPriors(ClassSet classes, double[] values)
    {
        Classes = classes;
        _values = values;
    }

    /// <summary>The classes.</summary>
    public ClassSet Classes { get; }

    /// <summary>τ·ln π_c in the order of the class indices; finite, 0 or less.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>τ·ln π_c of a class.</summary>
    /// <param name="classIndex">A class index of [0, <see cref="ClassSet.Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The class index is outside that range.</exception>
    public double this[int classIndex] => _values.At(classIndex);

    /// <summary>The priors of a data set. O(classes).</summary>
    /// <param name="counts">The counts N, n_c of the training data; π_c = n_c/N.</param>
    /// <param name="tau">The temperature τ, of (0, 1000]; 1 is the value of the theory.</param>
    /// <param name="zeroCounts">
    /// What happens to a class without rows, whose prior would be −∞. With <see cref="ZeroCountPolicy.Smooth"/> π_c = (n_c + α)/(N + α·C).
    /// <see cref="ZeroCountPolicy.ZeroWeight"/> is refused for such data: no finite number stands for a class that does not exist.
    /// </param>
    /// <remarks>The values are the same to the last bit on every machine.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tau"/> is outside that range or NaN.</exception>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="EmptyClassException">A class has no rows and the policy is to throw.</exception>
    /// <exception cref="ArgumentException">A class has no rows and the policy is <see cref="ZeroCountPolicy.ZeroWeight"/>.</exception>
    [CorrectsImbalance]
    public static LogitPriors Of(ClassCounts counts, [ValueRange(0, 1000, ExcludesMinimum = true)] double tau = 1, ZeroCountPolicy zeroCounts = default)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (!(tau is > 0 and <= 1000))
        {
            throw new ArgumentOutOfRangeException(nameof(tau), tau, "Tau must be of (0, 1000].");
        }

        EmptyDatasetException.ThrowIfEmpty(counts.Total, "A logit prior");
        if (zeroCounts.Kind != ZeroCountKind.Smooth && counts.EmptyClasses is { Count: > 0 } empty)
        {
            throw zeroCounts.Kind == ZeroCountKind.Throw
                ? new EmptyClassException(counts, "its logit prior ln 0 would be -infinity", [.. empty])
                : new ArgumentException(
                    $"The class '{counts.Classes[empty[0]]}' has no rows and its logit prior ln 0 is -infinity, which no weight of 0 mends. Use ZeroCountPolicy.Smooth(alpha), or leave the class out of the model.", nameof(zeroCounts));
        }

        double total = counts.Total + (zeroCounts.Alpha * counts.Classes.Count);
        double[] values = [.. counts.Values.ToArray().Select(count => tau * PortableMath.Log((count + zeroCounts.Alpha) / total))];
        return new LogitPriors(counts.Classes, values);
    }

    /// <summary>Adds the priors to logits in place, for the loss in training. No allocation.</summary>
    /// <typeparam name="TFloat">The floating-point type of the logits.</typeparam>
    /// <param name="logits">The logits of one or more rows, one after the other, each with one logit per class; finite.</param>
    /// <exception cref="ArgumentException">The length is no multiple of the number of classes, or a logit is NaN or infinite; nothing is changed then.</exception>
    public void AddTo<TFloat>(Span<TFloat> logits)
        where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat> =>
        LogitShift.Add(logits, _values, 1, Classes, "adjusted");

    /// <summary>Subtracts the priors from logits in place, before the arg max of a model that was trained without them. No allocation.</summary>
    /// <typeparam name="TFloat">The floating-point type of the logits.</typeparam>
    /// <param name="logits">The logits of one or more rows, one after the other, each with one logit per class; finite.</param>
    /// <exception cref="ArgumentException">The length is no multiple of the number of classes, or a logit is NaN or infinite; nothing is changed then.</exception>
    public void SubtractFrom<TFloat>(Span<TFloat> logits)
        where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat> =>
        LogitShift.Add(logits, _values, -1, Classes, "adjusted");

    /// <summary>An aligned table of class names and priors. Of more than 40 classes it shows the first 20 and the last 10; see <see cref="ToFullString"/>.</summary>
    public override string ToString() => AlignedTable.OfNumbers("logit prior", Classes, _values, whole: false);

    /// <summary>The same table with a line for every class.</summary>
    public string ToFullString() => AlignedTable.OfNumbers("logit prior", Classes, _values, whole: true);
}
