namespace BalanceGen.Generators.Rules;

/// <content>BALG02xx: code that uses the library.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor UnguardedCountDivision = Warning(
        "BALG0201",
        "A division by a class count is guarded against zero",
        "'{0}' is 0 for a class without rows, and {1}; test it first, or take the weights of ClassWeights, which never divide by zero");

    public static readonly DiagnosticDescriptor ReplacementOff = Warning(
        "BALG0202",
        "A weighted sampler without replacement draws fewer rows than there are",
        "Without replacement, an epoch with as many draws as rows takes every row exactly once, so it is as imbalanced as the data; turn replacement on, or draw fewer rows");

    public static readonly DiagnosticDescriptor DoubleCorrection = Warning(
        "BALG0203",
        "Imbalance is corrected once: by the sampler or by class weights",
        "'{0}' corrects the imbalance of '{1}' a second time, after {2}, so rare classes count too much; keep one of the two, or use ClassWeights.ImportanceCorrection with the sampler's target");

    public static readonly DiagnosticDescriptor ClassWeightsAsSampleWeights = Warning(
        "BALG0204",
        "Sample weights are one per row, not one per class",
        "'{0}' of '{1}' takes one weight per row, but this is one weight per class; turn it into sample weights with ClassWeights.ToSampleWeights, or those of a batch with BatchWeights.FromClassWeights");

    public static readonly DiagnosticDescriptor BalancedCountsResampled = Info(
        "BALG0205",
        "Balanced data needs no weighted sampler",
        "The {0} are balanced already, from {1} to {2} rows per class, so independent draws only repeat some rows and miss others; use a RandomSampler or a BalancedSampler, which show every row");

    public static readonly DiagnosticDescriptor RepeatedEpoch = Warning(
        "BALG0206",
        "Every epoch has draws of its own",
        "Every turn of the loop enumerates the draws of epoch 0 again, in the same order; add .Epoch(epoch) with the number of the epoch, or enumerate .Epochs(first, count) of the batches");

    public static readonly DiagnosticDescriptor DiscardedState = Warning(
        "BALG0207",
        "A position in the draws is not discarded",
        "'{0}' changes nothing, and what it returns is discarded; {1}");

    public static readonly DiagnosticDescriptor BatchSmallerThanClasses = Info(
        "BALG0208",
        "A batch has room for every class",
        "A batch of {0} cannot hold each of the {1} classes of '{2}', which are to be drawn equally often; use a batch size of {1} or more");

    public static readonly DiagnosticDescriptor ShareOfEmptyClass = Warning(
        "BALG0209",
        "A target gives no share to a class without rows",
        "The share {0} is for class '{1}' of '{2}', which {3}, so the sampler throws an EmptyClassException; add rows of '{1}', make its share 0, or pass a ZeroCountPolicy");

    public static readonly DiagnosticDescriptor SharesDoNotAddUp = Warning(
        "BALG0210",
        "Target shares add up to 1",
        "The shares add up to {0} and not to 1, so TargetDistribution.Of throws; correct them, or use TargetDistribution.Proportional, which takes numbers of any scale");

    public static readonly DiagnosticDescriptor EmptyClassUsed = Error(
        "BALG0211",
        "Weights and samplers of a data set with an empty class are given a policy",
        "{0} throws an EmptyClassException, because class '{1}' of '{2}' {3}; {4}");

    public static readonly DiagnosticDescriptor WrongNumberOfClasses = Warning(
        "BALG0212",
        "A list with one number for each class has as many as there are classes",
        "{0} given for the {1} classes of '{2}', which throws a ClassMismatchException; give one for each of: {3}");

    public static readonly DiagnosticDescriptor ArgumentOutOfRange = Warning(
        "BALG0213",
        "A constant argument lies in the range of its parameter",
        "'{0}' of '{1}' is {2}, which throws {3}; pass a value {4}");

    public static readonly DiagnosticDescriptor SplitAfterResampling = Warning(
        "BALG0214",
        "Data is split before it is resampled",
        "The rows were drawn by '{0}', which repeats rows, so '{1}' puts copies of one row in both subsets; split the data first and resample the training subset");

    public static readonly DiagnosticDescriptor BatchKept = Warning(
        "BALG0215",
        "A batch is used where it was made",
        "'{0}' {1}; enumerate Owned() of the batches, whose batches are objects");

    public static readonly DiagnosticDescriptor RepeatedShuffle = Warning(
        "BALG0216",
        "Each epoch is shuffled with a seed of its own",
        "'{0}' shuffles with the same seed in every epoch of this loop, so every epoch has the same order; {1}");

    public static readonly DiagnosticDescriptor LoaderCountOfSampler = Warning(
        "BALG0217",
        "The number of batches is taken from the sampler, not from the data set",
        "'{0}' is computed from the rows of the data set, but this loader takes its rows from a sampler, whose epoch may be longer or shorter; {1}");

    public static readonly DiagnosticDescriptor LabelAsSamplingKey = Warning(
        "BALG0218",
        "The sampling key of a split is not its label",
        "'{1}' keeps rows with the same sampling key together, so with the label '{0}' as the key each class is either only trained or only tested; use {2} of BalanceGen.ML, which puts rows of every class in both");

    public static readonly DiagnosticDescriptor PosteriorCorrectedTwice = Warning(
        "BALG0219",
        "Probabilities are corrected once, for the sampler and the weights together",
        "'{0}' {1}; {2}");

    public static readonly DiagnosticDescriptor HandWrittenCode = Info(
        "BALG0220",
        "What the generated classes do is not written by hand",
        "'{0}' {1} by hand; {2}");

    public static readonly DiagnosticDescriptor SplitWithoutGroups = Info(
        "BALG0221",
        "Rows of one patient, session or user are in one subset of a split",
        "'{0}' puts rows of one '{1}' of '{2}' in both subsets, so that the test measures what was learnt by heart; mark '{1}' with [Group]");
}
