namespace BalanceGen.Reporting;

/// <content>Corrections from the shares of the draws to the shares of the deployment.</content>
public sealed partial class SamplerPlan
{
    /// <summary>
    /// The shares of the draws, as a target: what a model is trained with. For an interleaved sampler, the shares of its samplers.
    /// Allocates the target.
    /// </summary>
    public TargetDistribution AchievedTarget
    {
        get
        {
            var shares = new double[_classes.Length];
            for (int index = 0; index < shares.Length; index++)
            {
                shares[index] = _classes[index].AchievedShare;
            }

            return TargetDistribution.Proportional(shares);
        }
    }

    /// <summary>Whether the lines of the plan are the samplers of a mix and not classes.</summary>
    internal bool IsOfSamplers { get; init; }

    /// <summary>
    /// The correction of a model that was trained on these draws, for the shares that it will meet. O(classes); see <see cref="PosteriorCorrection"/> for class weights and logit
    /// priors that were used as well.
    /// </summary>
    /// <param name="deployment">
    /// The shares of the deployment: <see cref="TargetDistribution.AsSource"/> if the data set has the world's proportions; otherwise
    /// <see cref="TargetDistribution.Of(ReadOnlySpan{double})"/>.
    /// </param>
    /// <exception cref="ArgumentException">The plan knows no classes, as that of a <see cref="RandomSampler"/>; or a class of the deployment is never drawn.</exception>
    /// <exception cref="InvalidOperationException">The plan is that of a mix of samplers: it has the shares of the samplers and not those of the classes.</exception>
    /// <exception cref="EmptyClassException">The deployment has a class of which there are no rows.</exception>
    /// <exception cref="ClassMismatchException">The distribution is for another number of classes.</exception>
    public PosteriorCorrection CorrectionTo(TargetDistribution deployment) => IsOfSamplers
        ? throw new InvalidOperationException("The lines of this plan are samplers, not classes. Use PosteriorCorrection.Of with the class shares of the mix.")
        : PosteriorCorrection.Of(Counts, AchievedTarget, deployment);
}
