namespace BalanceGen.Generators.Parsing;

/// <summary>A rule that an annotated type breaks, found by the validator that generator and analyzers share.</summary>
internal sealed class Violation(DiagnosticDescriptor rule, Location location, params object[] arguments)
{
    public DiagnosticDescriptor Rule => rule;

    public Location Location => location;

    /// <summary>What a code fix needs to know.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>
    /// Whether no code can be generated. That is so for errors of the structure. If something is wrong with a file, code is generated, so that code that uses it
    /// compiles. It does not depend on the severity that the user configures.
    /// </summary>
    public bool PreventsGeneration => Rule.DefaultSeverity == DiagnosticSeverity.Error && Descriptors.IsOfStructure(Rule);

    /// <summary>The same violation, reported at the type if its own place is not in the source. An inherited label may come from another assembly.</summary>
    public Violation InSource(Location target) => Location.IsInSource ? this : new Violation(Rule, target, arguments) { Properties = Properties };

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Location, Properties, arguments);
}
