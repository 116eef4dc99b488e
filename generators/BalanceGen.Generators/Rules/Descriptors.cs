namespace BalanceGen.Generators.Rules;

/// <summary>
/// Every rule, by id: BALG00xx the annotated type (in this file), BALG01xx counts (Descriptors.Counts.cs), BALG02xx code that uses the library
/// (Descriptors.Usage.cs). Ids are never reused.
/// </summary>
internal static partial class Descriptors
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

    /// <summary>Whether a rule is about the annotated type itself.</summary>
    public static bool IsOfStructure(DiagnosticDescriptor rule) => rule.Category == Structure;

    private static DiagnosticDescriptor Create(string id, string category, DiagnosticSeverity severity, string title, string message, params string[] tags) =>
        new(id, title, message, category, severity, isEnabledByDefault: true, helpLinkUri: HelpLinkBase + id + ".md", customTags: tags);
}
