using System.Collections.Immutable;
using BalanceGen.Generators.Rules;

namespace BalanceGen.Generators.Parsing;

/// <summary>A rule that an annotated type breaks, found by the validator that generator and analyzers share.</summary>
internal sealed class Violation
{
    private readonly object[] _arguments;

    public Violation(DiagnosticDescriptor rule, Location location, params object[] arguments)
    {
        Rule = rule;
        Location = location;
        _arguments = arguments;
    }

    public DiagnosticDescriptor Rule { get; }

    public Location Location { get; }

    /// <summary>What a code fix needs to know.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Whether no code can be generated: an error of the structure; what is wrong with a file keeps its code compiling. Independent of the severity that the user configures.</summary>
    public bool PreventsGeneration => Rule.DefaultSeverity == DiagnosticSeverity.Error && Descriptors.IsOfStructure(Rule);

    /// <summary>The same, reported at the type, where the place of it is not in the source: an inherited label may be of another assembly.</summary>
    public Violation InSource(Location target) => Location.IsInSource ? this : new Violation(Rule, target, _arguments) { Properties = Properties };

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Location, Properties, _arguments);
}
