namespace Cats.Training;

/// <summary>A way to train.</summary>
internal sealed record Method(string Name, DrawMode Drawing, LossChoice Loss, bool Augmented)
{
    /// <summary>The article's table, class weights and the balanced sampler, each with and without augmentation.</summary>
    public static IReadOnlyList<Method> OfArticle { get; } =
    [
        new("plain", DrawMode.Shuffled, LossChoice.CrossEntropy, Augmented: false),
        new("augmentation", DrawMode.Shuffled, LossChoice.CrossEntropy, Augmented: true),
        new("oversampling", DrawMode.Weighted, LossChoice.CrossEntropy, Augmented: false),
        new("oversampling, augmentation", DrawMode.Weighted, LossChoice.CrossEntropy, Augmented: true),
        new("class weights", DrawMode.Shuffled, LossChoice.Weighted, Augmented: false),
        new("class weights, augmentation", DrawMode.Shuffled, LossChoice.Weighted, Augmented: true),
        new("BalancedSampler", DrawMode.Balanced, LossChoice.CrossEntropy, Augmented: false),
        new("BalancedSampler, augmentation", DrawMode.Balanced, LossChoice.CrossEntropy, Augmented: true),
    ];

    /// <summary>The losses of the package, each on pictures as they are drawn without a balancing sampler, with augmentation.</summary>
    public static IReadOnlyList<Method> OfLosses { get; } =
    [
        new("cross entropy", DrawMode.Shuffled, LossChoice.CrossEntropy, Augmented: true),
        new("weighted cross entropy", DrawMode.Shuffled, LossChoice.Weighted, Augmented: true),
        new("focal, gamma 2", DrawMode.Shuffled, LossChoice.Focal, Augmented: true),
        new("logit-adjusted, tau 1", DrawMode.Shuffled, LossChoice.LogitAdjusted, Augmented: true),
        new("class-balanced, beta 0.99", DrawMode.Shuffled, LossChoice.ClassBalanced, Augmented: true),
        new("LDAM, deferred weights", DrawMode.Shuffled, LossChoice.Ldam, Augmented: true),
    ];
}
