using Microsoft.CodeAnalysis;

namespace BalanceGen.Generators.Rules;

/// <summary>Every rule, by id: BALG00xx the annotated type, BALG01xx counts, BALG02xx code that uses the library. Ids are never reused.</summary>
internal static class Descriptors
{
    private const string HelpLinkBase = "https://github.com/balancegen/balancegen/blob/main/docs/rules/";

    private const string Structure = "BalanceGen.Structure";
    private const string Counts = "BalanceGen.Counts";
    private const string Usage = "BalanceGen.Usage";

    public static readonly DiagnosticDescriptor TargetNotPartial = Create(
        "BALG0001",
        Structure,
        DiagnosticSeverity.Error,
        "A balanced data set and the types around it must be partial",
        "'{0}' cannot be given its member 'Classes' because {1} not partial; add the modifier 'partial'");

    public static readonly DiagnosticDescriptor UnsupportedTarget = Create(
        "BALG0002",
        Structure,
        DiagnosticSeverity.Error,
        "This kind of type cannot be a balanced data set",
        "'{0}' cannot be a balanced data set because {1}; {2}");

    public static readonly DiagnosticDescriptor NoLabel = Create(
        "BALG0003",
        Structure,
        DiagnosticSeverity.Error,
        "A balanced data set needs a label",
        "'{0}' has no member with [ClassLabel], so its rows have no class; mark the property, field or positional parameter that holds the label");

    public static readonly DiagnosticDescriptor SeveralLabels = Create(
        "BALG0004",
        Structure,
        DiagnosticSeverity.Error,
        "A balanced data set has exactly one label",
        "'{0}' is a second label of '{1}', after '{2}'; keep [ClassLabel] on one of them");

    public static readonly DiagnosticDescriptor UnreadableLabel = Create(
        "BALG0005",
        Structure,
        DiagnosticSeverity.Error,
        "The label must be readable from a row",
        "The label '{0}' of '{1}' cannot be read from a row because it is {2}; {3}");

    public static readonly DiagnosticDescriptor UnsupportedLabelType = Create(
        "BALG0006",
        Structure,
        DiagnosticSeverity.Error,
        "The label's type must say which classes there are",
        "The classes of the label '{0}' of type '{1}' are not known because {2}; {3}");

    public static readonly DiagnosticDescriptor NameConflict = Create(
        "BALG0007",
        Structure,
        DiagnosticSeverity.Error,
        "The name 'Classes' is needed for the generated member",
        "'{0}' already uses the name '{1}', which the generated code needs; rename it");

    public static readonly DiagnosticDescriptor InvalidClassNames = Create(
        "BALG0008",
        Structure,
        DiagnosticSeverity.Error,
        "Class names must be given once and must not be empty",
        "The class names of the label '{0}' are not valid: {1}; {2}");

    public static readonly DiagnosticDescriptor InvalidIntegerRange = Create(
        "BALG0009",
        Structure,
        DiagnosticSeverity.Error,
        "The range of an integer label must be a range of its type",
        "The classes {1} to {2} of the label '{0}' are not valid because {3}; {4}");

    public static readonly DiagnosticDescriptor UnusedLabelArgument = Create(
        "BALG0010",
        Structure,
        DiagnosticSeverity.Warning,
        "An argument of [ClassLabel] has no meaning for this label type",
        "The {0} of [ClassLabel] has no effect on the label '{1}' because {2}; remove it");

    public static readonly DiagnosticDescriptor InvalidLabelArgument = Create(
        "BALG0011",
        Structure,
        DiagnosticSeverity.Error,
        "The arguments of a label must have a meaning for it",
        "'{0}' of the label '{1}' is not valid: {2}; {3}");

    public static readonly DiagnosticDescriptor InvalidClassRule = Create(
        "BALG0012",
        Structure,
        DiagnosticSeverity.Error,
        "Ignored and merged classes must be labels of the data set",
        "The classes of '{0}' cannot be ignored or merged as declared: {1}; {2}");

    public static readonly DiagnosticDescriptor InvalidColumns = Create(
        "BALG0013",
        Structure,
        DiagnosticSeverity.Error,
        "The columns of a label must be readable members of one type",
        "The columns of '{0}' are not a label because {1}; {2}");

    public static readonly DiagnosticDescriptor InvalidSampleWeight = Create(
        "BALG0014",
        Structure,
        DiagnosticSeverity.Error,
        "A row has one weight, which is a number",
        "The weight '{0}' of '{1}' cannot be read because {2}; {3}");

    public static readonly DiagnosticDescriptor InvalidGroup = Create(
        "BALG0015",
        Structure,
        DiagnosticSeverity.Error,
        "A row has one group, which is compared by value",
        "The group '{0}' of '{1}' cannot be read because {2}; {3}");

    public static readonly DiagnosticDescriptor ZeroCountClass = Create(
        "BALG0101",
        Counts,
        DiagnosticSeverity.Warning,
        "A class without rows has an infinite inverse-frequency weight",
        "{0}: {1} inverse-frequency weight N/(C*0) is +infinity, and normalising weights that contain it gives NaN; "
        + "add rows of {2}, remove {3} from the classes, or declare with ZeroCounts on [BalancedDataset] what an empty class shall mean");

    public static readonly DiagnosticDescriptor CountOfUnknownClass = Create(
        "BALG0102",
        Counts,
        DiagnosticSeverity.Warning,
        "A count is declared for a label that is no class",
        "{0} is none of the classes of '{1}', whose label is of type '{2}', so its count is never used; declare the count of {3}one of: {4}");

    public static readonly DiagnosticDescriptor NegativeCount = Create(
        "BALG0103",
        Counts,
        DiagnosticSeverity.Warning,
        "A class count is not negative",
        "The count of {0} of '{1}' is {2}, but a number of rows is 0 or more; declare the number of training rows");

    public static readonly DiagnosticDescriptor DuplicateCount = Create(
        "BALG0104",
        Counts,
        DiagnosticSeverity.Warning,
        "The count of a class is declared once",
        "The count of class '{0}' of '{1}' is declared again: first {2}, here {3}; keep one of the declarations");

    public static readonly DiagnosticDescriptor UnguardedCountDivision = Create(
        "BALG0201",
        Usage,
        DiagnosticSeverity.Warning,
        "A division by a class count is guarded against zero",
        "'{0}' is 0 for a class without rows, and {1}; test it first, or take the weights of ClassWeights, which never divide by zero");

    public static readonly DiagnosticDescriptor ReplacementOff = Create(
        "BALG0202",
        Usage,
        DiagnosticSeverity.Warning,
        "Replacement is on where as many rows are drawn as there are",
        "Without replacement an epoch of as many draws as rows takes every row exactly once, so it is as imbalanced as the data; turn replacement on, or draw fewer rows");

    public static readonly DiagnosticDescriptor DoubleCorrection = Create(
        "BALG0203",
        Usage,
        DiagnosticSeverity.Warning,
        "Imbalance is corrected once: by the sampler or by class weights",
        "The weights of '{0}' correct the imbalance of '{1}' that its {2} has already corrected, so rare classes count twice; keep one of them, or use ClassWeights.ImportanceCorrection with the sampler's target");

    public static readonly DiagnosticDescriptor ClassWeightsAsSampleWeights = Create(
        "BALG0204",
        Usage,
        DiagnosticSeverity.Warning,
        "Sample weights are one per row, not one per class",
        "'{0}' of '{1}' takes one weight per row, but this is one weight per class; turn it into sample weights with ClassWeights.ToSampleWeights, or those of a batch with BatchWeights.FromClassWeights");

    public static readonly DiagnosticDescriptor BalancedCountsResampled = Create(
        "BALG0205",
        Usage,
        DiagnosticSeverity.Info,
        "Balanced data needs no weighted sampler",
        "The {0} are balanced already, from {1} to {2} rows per class, so independent draws only repeat some rows and miss others; use a RandomSampler or a BalancedSampler, which show every row");

    public static readonly DiagnosticDescriptor RepeatedEpoch = Create(
        "BALG0206",
        Usage,
        DiagnosticSeverity.Warning,
        "Every epoch has draws of its own",
        "Every turn of the loop enumerates the draws of epoch 0 again, in the same order; add .Epoch(epoch) with the number of the epoch, or enumerate .Epochs(first, count) of the batches");

    public static readonly DiagnosticDescriptor DiscardedState = Create(
        "BALG0207",
        Usage,
        DiagnosticSeverity.Warning,
        "A position in the draws is not discarded",
        "'{0}' changes nothing, and what it returns is discarded; {1}");

    public static readonly DiagnosticDescriptor BatchSmallerThanClasses = Create(
        "BALG0208",
        Usage,
        DiagnosticSeverity.Info,
        "A batch has room for every class",
        "A batch of {0} cannot hold each of the {1} classes of '{2}', which are to be drawn equally often; use a batch size of {1} or more");

    public static readonly DiagnosticDescriptor ShareOfEmptyClass = Create(
        "BALG0209",
        Usage,
        DiagnosticSeverity.Warning,
        "A target gives no share to a class without rows",
        "The share {0} is for class '{1}' of '{2}', which {3}, so the sampler throws an EmptyClassException; add rows of '{1}', make its share 0, or pass a ZeroCountPolicy");

    public static readonly DiagnosticDescriptor SharesDoNotAddUp = Create(
        "BALG0210",
        Usage,
        DiagnosticSeverity.Warning,
        "Target shares add up to 1",
        "The shares add up to {0} and not to 1, so TargetDistribution.Of throws; correct them, or use TargetDistribution.Proportional, which takes numbers of any scale");

    public static readonly DiagnosticDescriptor CountFileNotFound = Create(
        "BALG0105",
        Counts,
        DiagnosticSeverity.Warning,
        "The class-count file of a data set is found",
        "The class-count file '{0}' of '{1}' {2}");

    public static readonly DiagnosticDescriptor ClassNotInCountFile = Create(
        "BALG0106",
        Counts,
        DiagnosticSeverity.Info,
        "A class-count file has a line for every class",
        "'{0}' has no line for {1} of the {2} classes of '{3}', which count as 0 rows: {4}; check their spelling, or add lines with the count 0");

    public static readonly DiagnosticDescriptor UnknownLabelInCountFile = Create(
        "BALG0107",
        Counts,
        DiagnosticSeverity.Warning,
        "The labels of a class-count file are classes",
        "{0} none of the classes of '{1}', so none of the file's counts are used; {2}");

    public static readonly DiagnosticDescriptor MalformedCountFile = Create(
        "BALG0108",
        Counts,
        DiagnosticSeverity.Warning,
        "A class-count file has a label and a count on every line",
        "The counts of '{1}' cannot be read from '{0}', {2}; correct the file");

    public static readonly DiagnosticDescriptor InvalidCountInFile = Create(
        "BALG0109",
        Counts,
        DiagnosticSeverity.Warning,
        "The counts of a class-count file are numbers of rows",
        "The counts of '{1}' in '{0}' are not used: {2}; write a whole number from 0 to 9223372036854775807");

    public static readonly DiagnosticDescriptor DuplicateLabelInCountFile = Create(
        "BALG0110",
        Counts,
        DiagnosticSeverity.Warning,
        "A class-count file has one line for a label",
        "The counts of '{1}' in '{0}' are not used: {2}; keep one of the lines");

    public static readonly DiagnosticDescriptor CountsGivenTwice = Create(
        "BALG0111",
        Counts,
        DiagnosticSeverity.Warning,
        "The counts of a data set come from one source",
        "The counts of '{0}' are given by {1}, so none of them are used; keep one of them");

    public static readonly DiagnosticDescriptor OnlyOneClass = Create(
        "BALG0112",
        Counts,
        DiagnosticSeverity.Warning,
        "A data set has rows of more than one class",
        "There is nothing to balance or to learn in '{0}': {1}; add the other classes");

    public static readonly DiagnosticDescriptor FewRows = Create(
        "BALG0113",
        Counts,
        DiagnosticSeverity.Info,
        "A class has a minimum of rows",
        "{0} fewer than the minimum of {1}; add rows, merge the class into another, or set balancegen_minimum_class_rows");

    public static readonly DiagnosticDescriptor LabeledDataOfNoRecord = Create(
        "BALG0114",
        Counts,
        DiagnosticSeverity.Warning,
        "The Dataset of labelled data is a record of the project",
        "The labels that the build counted for '{0}' are used by nobody, because no type with [BalancedDataset] has this full name; {1}",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor HeaderIsClass = Create(
        "BALG0115",
        Counts,
        DiagnosticSeverity.Warning,
        "The header of a labelled file is not a row",
        "The first row of '{0}' was taken as its header, but its label '{1}' is a class of '{2}', so that a row may be missing in the counts; set HasHeader on LabeledData, to false if this is a row, or to true if it is not");

    public static readonly DiagnosticDescriptor ClassesNotKnown = Create(
        "BALG0116",
        Counts,
        DiagnosticSeverity.Error,
        "A label without a class list finds its classes in a file",
        "The classes of '{0}' are not known: {1}; {2}");

    public static readonly DiagnosticDescriptor ClassesRenumbered = Create(
        "BALG0117",
        Counts,
        DiagnosticSeverity.Error,
        "Classes that models depend on keep their indices",
        "Models of '{0}' would take its classes for others: {1}; {2}");

    public static readonly DiagnosticDescriptor CountsOutOfDate = Create(
        "BALG0118",
        Counts,
        DiagnosticSeverity.Info,
        "The counts in the editor are those of the labelled files",
        "The labelled data of '{0}' is not what was counted {1}, and the counts in the editor are those of then; build the project to count again");

    public static readonly DiagnosticDescriptor EmptyClassUsed = Create(
        "BALG0211",
        Usage,
        DiagnosticSeverity.Error,
        "Weights and samplers of a data set with an empty class are given a policy",
        "{0} throws an EmptyClassException, because class '{1}' of '{2}' {3}; {4}");

    public static readonly DiagnosticDescriptor WrongNumberOfClasses = Create(
        "BALG0212",
        Usage,
        DiagnosticSeverity.Warning,
        "A list with one number for each class has as many as there are classes",
        "{0} given for the {1} classes of '{2}', which throws a ClassMismatchException; give one for each of: {3}");

    public static readonly DiagnosticDescriptor ArgumentOutOfRange = Create(
        "BALG0213",
        Usage,
        DiagnosticSeverity.Warning,
        "A constant argument lies in the range of its parameter",
        "'{0}' of '{1}' is {2}, which throws {3}; pass a value {4}");

    public static readonly DiagnosticDescriptor SplitAfterResampling = Create(
        "BALG0214",
        Usage,
        DiagnosticSeverity.Warning,
        "Data is split before it is resampled",
        "The rows were drawn by '{0}', which repeats rows, so '{1}' puts copies of one row in both subsets; split the data first and resample the training subset");

    public static readonly DiagnosticDescriptor BatchKept = Create(
        "BALG0215",
        Usage,
        DiagnosticSeverity.Warning,
        "A batch is used where it was made",
        "'{0}' {1}; enumerate Owned() of the batches, whose batches are objects");

    public static readonly DiagnosticDescriptor RepeatedShuffle = Create(
        "BALG0216",
        Usage,
        DiagnosticSeverity.Warning,
        "A shuffle with a seed is another one in each epoch",
        "'{0}' gives the rows in the same order in every turn of the loop, because its seed decides it alone; {1}");

    public static readonly DiagnosticDescriptor LoaderCountOfSampler = Create(
        "BALG0217",
        Usage,
        DiagnosticSeverity.Warning,
        "The number of batches is that of the sampler's epoch",
        "'{0}' counts the batches of the data set, but the rows are those of the {1}, of which an epoch may have more or fewer; {2}");

    public static readonly DiagnosticDescriptor LabelAsSamplingKey = Create(
        "BALG0218",
        Usage,
        DiagnosticSeverity.Warning,
        "The sampling key of a split is not its label",
        "'{0}' is the label, and as the sampling key of '{1}' it puts all rows of a class on one side, so that the test side may be empty; use {2} of BalanceGen.ML, which gives each side every class");

    public static readonly DiagnosticDescriptor PosteriorCorrectedTwice = Create(
        "BALG0219",
        Usage,
        DiagnosticSeverity.Warning,
        "Predicted probabilities are corrected once, for all that training did",
        "'{0}' {1}; {2}");

    public static readonly DiagnosticDescriptor HandWrittenCode = Create(
        "BALG0220",
        Usage,
        DiagnosticSeverity.Info,
        "What the generated classes do is not written by hand",
        "'{0}' {1} by hand; {2}");

    public static readonly DiagnosticDescriptor SplitWithoutGroups = Create(
        "BALG0221",
        Usage,
        DiagnosticSeverity.Info,
        "Rows of one patient, session or user are in one subset of a split",
        "'{0}' puts rows of one '{1}' of '{2}' in both subsets, so that the test measures what was learnt by heart; mark '{1}' with [Group]");

    /// <summary>Whether a rule is about the annotated type itself.</summary>
    public static bool IsOfStructure(DiagnosticDescriptor rule) => rule.Category == Structure;

    private static DiagnosticDescriptor Create(string id, string category, DiagnosticSeverity severity, string title, string message, params string[] tags) =>
        new(id, title, message, category, severity, isEnabledByDefault: true, helpLinkUri: HelpLinkBase + id + ".md", customTags: tags);
}
