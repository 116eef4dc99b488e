namespace BalanceGen.Evaluation;

/// <summary>
/// Corrects the probabilities of a model that was trained with other class shares than those of its deployment: P(c|x) ∝ P_p(c|x)·π_c/p_c with the trained shares p and the
/// shares π
/// of the deployment (Saerens, Latinne, Decaestecker 2002; for two classes Elkan 2001, theorem 2, and Dal Pozzolo et al. 2015, DOI 10.1109/SSCI.2015.33).
/// </summary>
/// <remarks>
/// <para>
/// It is right if only the proportion of the classes differs, and not the rows within a class. Samplers and class weights change only the proportion. In a two-class
/// problem, a correction does not change the order in which the probability of a class ranks the rows, only the values. A model that is only used to rank needs no
/// correction.
/// </para>
/// <para>
/// Every imbalance is corrected once. <see cref="AfterClassWeights"/> and <see cref="AfterLogitPriors"/> tell the correction what the training did. The trained shares are
/// then the combined effect of sampler, weights and priors. If they are already the shares of the deployment, the correction changes nothing (<see cref="IsIdentity"/>).
/// Immutable and thread-safe.
/// </para>
/// </remarks>
public sealed partial class PosteriorCorrection
{
    /// <summary>Ratios that are equal up to rounding.</summary>
    private const double RatioTolerance = 1e-12;

    private readonly double[] _trained;
    private readonly double[] _deployment;

    /// <summary>π_c/p_c, the largest of them 1; 0 for a class that the deployment does not have.</summary>
    private readonly double[] _ratios;
    private readonly double[] _logRatios;

    private PosteriorCorrection(ClassSet classes, double[] trained, double[] deployment)
    {
        Classes = classes;
        _trained = trained;
        _deployment = deployment;
        _ratios = new double[trained.Length];
        double largest = 0;
        for (int index = 0; index < _ratios.Length; index++)
        {
            if (deployment[index] > 0)
            {
                _ratios[index] = deployment[index] / trained[index];
                if (!double.IsFinite(_ratios[index]))
                {
                    throw new ArgumentException(
                        string.Create(CultureInfo.InvariantCulture, $"The class '{classes[index]}' has the share {trained[index]} in training and {deployment[index]} in the deployment: the model has not learned to recognise it, and no factor mends that."), nameof(trained));
                }

                largest = Math.Max(largest, _ratios[index]);
            }
        }

        foreach (ref double ratio in _ratios.AsSpan())
        {
            ratio /= largest;
        }

        _logRatios = Array.ConvertAll(_ratios, Math.Log);
    }

    /// <summary>The classes.</summary>
    public ClassSet Classes { get; }

    /// <summary>The class shares that training amounts to, by class index; together 1.</summary>
    public ReadOnlySpan<double> TrainedShares => _trained;

    /// <summary>The class shares of the deployment, by class index; together 1.</summary>
    public ReadOnlySpan<double> DeploymentShares => _deployment;

    /// <summary>Whether the correction changes nothing, because training amounts to the deployment's shares already.</summary>
    public bool IsIdentity => Array.TrueForAll(_ratios, ratio => Math.Abs(ratio - 1) <= RatioTolerance);

    /// <summary>The correction of a model that was trained on draws with the shares p. O(classes).</summary>
    /// <param name="counts">The counts of the training data, from which both distributions are resolved.</param>
    /// <param name="trained">
    /// The shares p that the rows were drawn with: the sampler's target, or what it achieved. Without a balancing sampler,
    /// <see cref="TargetDistribution.AsSource"/>.
    /// </param>
    /// <param name="deployment">
    /// The shares π that the model will meet. <see cref="TargetDistribution.AsSource"/> if the training data has the world's proportions;
    /// otherwise <see cref="TargetDistribution.Of(ReadOnlySpan{double})"/>.
    /// </param>
    /// <param name="zeroCounts">What happens to a class without rows, in both distributions.</param>
    /// <exception cref="ArgumentException">There are fewer than two classes; or a class of the deployment has no share in training.</exception>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="EmptyClassException">A distribution asks for rows of a class that has none and the policy is to throw.</exception>
    /// <exception cref="ClassMismatchException">A distribution is for another number of classes.</exception>
    public static PosteriorCorrection Of(ClassCounts counts, TargetDistribution trained, TargetDistribution deployment, ZeroCountPolicy zeroCounts = default)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(trained);
        ArgumentNullException.ThrowIfNull(deployment);
        if (counts.Classes.Count < 2)
        {
            throw new ArgumentException($"There is only one class, '{counts.Classes[0]}'. Its probability is 1 whatever the shares are. The plan of a sampler that knows no classes has only one.", nameof(counts));
        }

        return new PosteriorCorrection(counts.Classes, trained.Resolve(counts, zeroCounts), deployment.Resolve(counts, zeroCounts));
    }

    /// <summary>
    /// The correction if the loss was weighted by class as well: training amounts to the shares p_c·w_c. With balanced weights, for rows
    /// that were drawn as they are, these shares are uniform. With <see cref="ClassWeights.ImportanceCorrection"/> to the deployment's
    /// shares they are the deployment's, and nothing is left to correct.
    /// </summary>
    /// <param name="weights">The weights of the loss. A class with the weight 0 was not learned.</param>
    /// <exception cref="ClassMismatchException">The weights are for another number of classes.</exception>
    /// <exception cref="ArgumentException">A class of the deployment has the weight 0, or one too small for a number to correct it.</exception>
    public PosteriorCorrection AfterClassWeights(ClassWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ClassMismatchException.ThrowIfMismatch("The list of class weights", weights.Classes.Count, Classes);
        return WithTrained(index => weights[index]);
    }

    /// <summary>
    /// The correction if the logits were adjusted: the priors were added to them in the loss of the training, or are subtracted from them
    /// before the softmax. Either takes the priors π^τ out of what the model says, so that training amounts to the shares p_c/exp(τ·ln
    /// π_c).
    /// </summary>
    /// <param name="priors">The priors of the training data.</param>
    /// <exception cref="ClassMismatchException">The priors are for another number of classes.</exception>
    /// <exception cref="ArgumentException">A share is too small for a number to correct it.</exception>
    public PosteriorCorrection AfterLogitPriors(LogitPriors priors)
    {
        ArgumentNullException.ThrowIfNull(priors);
        ClassMismatchException.ThrowIfMismatch("The list of logit priors", priors.Classes.Count, Classes);

        // Only the ratios of the factors matter; the largest is 1, so that none overflows.
        double least = priors.Values.ToArray().Min();
        return WithTrained(index => Math.Exp(least - priors[index]));
    }

    /// <summary>
    /// An aligned table of the shares and of the offsets of the logits. Of more than 40 classes it shows the first 20 and the last 10; see
    /// <see cref="ToFullString"/>.
    /// </summary>
    public override string ToString() => Text(whole: false);

    /// <summary>The table with a line for every class. O(classes).</summary>
    public string ToFullString() => Text(whole: true);

    private string Text(bool whole)
    {
        var table = new AlignedTable("class", "trained", "deployment", "logit offset");
        for (int index = 0; index < _ratios.Length; index++)
        {
            table.Add(
                Classes[index],
                Figures.Percent(_trained[index]),
                Figures.Percent(_deployment[index]),
                _ratios[index] == 0 ? "excluded" : _logRatios[index].ToString("G6", CultureInfo.InvariantCulture));
        }

        return table.ToString(whole);
    }

    private PosteriorCorrection WithTrained(Func<int, double> factor)
    {
        double[] factors = [.. Enumerable.Range(0, _trained.Length).Select(factor)];
        double largest = factors.Max();
        double[] trained = [.. factors.Select((ofClass, index) => ofClass / largest * _trained[index])];
        double sum = trained.Sum();
        if (!(sum > 0))
        {
            throw new ArgumentException("After the correction no class has a training share above 0.");
        }

        return new PosteriorCorrection(Classes, [.. trained.Select(share => share / sum)], _deployment);
    }
}
