namespace BalanceGen.Generators.Rules;

/// <summary>
/// Every rule, by id: BALG00xx the annotated type (in this file), BALG01xx counts (Descriptors.Counts.cs), BALG02xx code that uses the library
/// (Descriptors.Usage.cs). Ids are never reused.
/// </summary>
internal static partial class Descriptors
{
    private const string HelpLinkBase = "https://github.com/balancegen/balancegen/blob/main/docs/rules/";

    private const string Structure = "BalanceGen.Structure";

    public static readonly DiagnosticDescriptor TargetNotPartial = Error(
        "BALG0001",
        "A balanced data set and the types around it must be partial",
        "'{0}' cannot be given its member 'Classes' because {1} not partial; add the modifier 'partial'");

    public static readonly DiagnosticDescriptor UnsupportedTarget = Error(
        "BALG0002",
        "This kind of type cannot be a balanced data set",
        "'{0}' cannot be a balanced data set because {1}; {2}");

    public static readonly DiagnosticDescriptor NoLabel = Error(
        "BALG0003",
        "A balanced data set needs a label",
        "'{0}' has no member with [ClassLabel], so its rows have no class; mark the property, field or positional parameter that holds the label");

    public static readonly DiagnosticDescriptor SeveralLabels = Error(
        "BALG0004",
        "A balanced data set has exactly one label",
        "'{0}' is a second label of '{1}', after '{2}'; keep [ClassLabel] on one of them");

    public static readonly DiagnosticDescriptor UnreadableLabel = Error(
        "BALG0005",
        "The label must be readable from a row",
        "The label '{0}' of '{1}' cannot be read from a row because it is {2}; {3}");

    public static readonly DiagnosticDescriptor UnsupportedLabelType = Error(
        "BALG0006",
        "The label's type must say which classes there are",
        "The classes of the label '{0}' of type '{1}' are not known because {2}; {3}");

    public static readonly DiagnosticDescriptor NameConflict = Error(
        "BALG0007",
        "The name 'Classes' is needed for the generated member",
        "'{0}' already uses the name '{1}', which the generated code needs; rename it");

    public static readonly DiagnosticDescriptor InvalidClassNames = Error(
        "BALG0008",
        "Class names must be given once and must not be empty",
        "The class names of the label '{0}' are not valid: {1}; {2}");

    public static readonly DiagnosticDescriptor InvalidIntegerRange = Error(
        "BALG0009",
        "The range of an integer label must be a range of its type",
        "The classes {1} to {2} of the label '{0}' are not valid because {3}; {4}");

    public static readonly DiagnosticDescriptor UnusedLabelArgument = Warning(
        "BALG0010",
        "An argument of [ClassLabel] has no meaning for this label type",
        "The {0} of [ClassLabel] has no effect on the label '{1}' because {2}; remove it");

    public static readonly DiagnosticDescriptor InvalidLabelArgument = Error(
        "BALG0011",
        "The arguments of a label must have a meaning for it",
        "'{0}' of the label '{1}' is not valid: {2}; {3}");

    public static readonly DiagnosticDescriptor InvalidClassRule = Error(
        "BALG0012",
        "Ignored and merged classes must be labels of the data set",
        "The classes of '{0}' cannot be ignored or merged as declared: {1}; {2}");

    public static readonly DiagnosticDescriptor InvalidColumns = Error(
        "BALG0013",
        "The columns of a label must be readable members of one type",
        "The columns of '{0}' are not a label because {1}; {2}");

    public static readonly DiagnosticDescriptor InvalidSampleWeight = Error(
        "BALG0014",
        "A row has one weight, which is a number",
        "The weight '{0}' of '{1}' cannot be read because {2}; {3}");

    public static readonly DiagnosticDescriptor InvalidGroup = Error(
        "BALG0015",
        "A row has one group, which is compared by value",
        "The group '{0}' of '{1}' cannot be read because {2}; {3}");

    /// <summary>Whether a rule is about the annotated type itself.</summary>
    public static bool IsOfStructure(DiagnosticDescriptor rule) => rule.Category == Structure;

    private static DiagnosticDescriptor Error(string id, string title, string message) => Create(id, DiagnosticSeverity.Error, title, message);

    private static DiagnosticDescriptor Warning(string id, string title, string message, params string[] tags) =>
        Create(id, DiagnosticSeverity.Warning, title, message, tags);

    private static DiagnosticDescriptor Info(string id, string title, string message) => Create(id, DiagnosticSeverity.Info, title, message);

    private static DiagnosticDescriptor Create(string id, DiagnosticSeverity severity, string title, string message, params string[] tags) =>
        new(id, title, message, CategoryOf(id), severity, isEnabledByDefault: true, helpLinkUri: HelpLinkBase + id + ".md", customTags: tags);

    /// <summary>The first digits of an id say what the rule is about.</summary>
    private static string CategoryOf(string id) => id.Substring(0, "BALG00".Length) switch
    {
        "BALG00" => Structure,
        "BALG01" => "BalanceGen.Counts",
        _ => "BalanceGen.Usage",
    };
}
