using global::TorchSharp;
using static global::TorchSharp.torch;

namespace BalanceGen.TorchSharp;

/// <summary>
/// The label-distribution-aware margin loss (Cao et al. 2019, arXiv 1906.07413): the cross entropy of s·(z − Δ_y) at the row's class and
/// s·z at the others. The margins are Δ_c ∝ n_c^(−1/4), and the largest of them is <c>maxMargin</c>. Rare classes get the wider margins.
/// </summary>
/// <remarks>
/// The paper's last layer is a cosine: weights and features are normalised, so that logits are of [−1, 1]. With other logits choose a
/// smaller scale. If the weights are deferred, call <see cref="BeginEpoch"/> at every epoch.
/// </remarks>
public sealed class LdamLoss : SingleLabelLoss
{
    private const string MarginBuffer = "margins";

    private readonly DeferredWeights? _deferred;

    /// <summary>Makes the loss.</summary>
    /// <param name="counts">The counts n_c of the training data.</param>
    /// <param name="maxMargin">The margin of the rarest class, of (0, 1000].</param>
    /// <param name="scale">s, of (0, 1000].</param>
    /// <param name="deferred">Weights that begin later; null for none. Until <see cref="BeginEpoch"/> is called the epoch is 0.</param>
    /// <param name="zeroCounts">What happens to a class without rows, whose margin would be infinite: an error, the margin 0, or n_c + α.</param>
    /// <param name="ignoreIndex">The target of rows that are left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range or NaN.</exception>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="EmptyClassException">A class has no rows and the policy is to throw.</exception>
    /// <exception cref="ClassMismatchException">The deferred weights are for another number of classes.</exception>
    public LdamLoss(
        ClassCounts counts, double maxMargin = 0.5, double scale = 30, DeferredWeights? deferred = null, ZeroCountPolicy zeroCounts = default, long ignoreIndex = ClassIndex.Ignored)
        : base(nameof(LdamLoss), LossReduction.MeanWithSampleWeight, ignoreIndex)
    {
        ArgumentNullException.ThrowIfNull(counts);
        MaxMargin = maxMargin is > 0 and <= 1000 ? maxMargin : throw new ArgumentOutOfRangeException(nameof(maxMargin), maxMargin, "The margin must be of (0, 1000].");
        Scale = scale is > 0 and <= 1000 ? scale : throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale must be of (0, 1000].");
        if (deferred is not null && deferred.Weights.Classes.Count != counts.Classes.Count)
        {
            throw new ClassMismatchException("The list of deferred weights", deferred.Weights.Classes.Count, counts.Classes);
        }

        Register(MarginBuffer, Margins(counts, maxMargin, zeroCounts));
        _deferred = deferred;
        RegisterWeights(deferred?.At(0));
    }

    /// <summary>The margin of the rarest class.</summary>
    public double MaxMargin { get; }

    /// <summary>s: what the logits are multiplied by.</summary>
    public double Scale { get; }

    /// <summary>Takes the weights of an epoch.</summary>
    /// <param name="epoch">The epoch, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative.</exception>
    public void BeginEpoch(long epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        if (_deferred is not null && RegisteredWeights is { } weights)
        {
            using DisposeScope scope = NewDisposeScope();
            using var _ = no_grad();
            weights.copy_(_deferred.At(epoch).ToTensor());
        }
    }

    private static double[] Margins(ClassCounts counts, double maxMargin, ZeroCountPolicy zeroCounts)
    {
        if (counts.Total == 0)
        {
            throw new EmptyDatasetException("A margin");
        }

        if (zeroCounts == ZeroCountPolicy.Throw && counts.EmptyClasses is { Count: > 0 } empty)
        {
            throw new EmptyClassException(counts, "its margin would be infinite", [.. empty]);
        }

        double[] margins = [.. counts.Values.ToArray().Select(rows => rows + zeroCounts.Alpha).Select(count => count == 0 ? 0 : Math.Pow(count, -0.25))];
        double largest = margins.Max();
        return Array.ConvertAll(margins, margin => margin / largest * maxMargin);
    }

    private protected override Tensor Losses(Tensor logits, Tensor target)
    {
        Tensor margins = Registered(MarginBuffer).to(logits.dtype);
        RefuseOtherClasses((int)margins.NumberOfElements, logits);
        Tensor ofRows = margins.index_select(0, target.squeeze(1)).unsqueeze(1);
        return LogProbability((logits - zeros_like(logits).scatter(1, target, ofRows)).Times(Scale), target).neg();
    }
}
