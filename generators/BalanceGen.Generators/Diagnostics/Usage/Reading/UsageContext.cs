using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>The body of one method, as the usage rules see it. Its operations are listed once for all rules.</summary>
internal sealed class UsageContext
{
    private readonly OperationBlockAnalysisContext _context;

    // Most bodies hold nothing that a rule asks about.
    private readonly Lazy<LocalValues> _locals;

    public UsageContext(OperationBlockAnalysisContext context, KnownTypes types)
    {
        _context = context;
        Types = types;
        Operations = [.. context.OperationBlocks.SelectMany(block => block.DescendantsAndSelf())];
        _locals = new Lazy<LocalValues>(() => new LocalValues(Operations));
    }

    public KnownTypes Types { get; }

    /// <summary>Every operation of the body, in the order of the source.</summary>
    public IReadOnlyList<IOperation> Operations { get; }

    /// <summary>Whether anything in the body is the library's or generated, or not known yet. Most bodies of a program are not looked at any further.</summary>
    public bool UsesLibrary => Operations.Any(Types.IsOfLibrary);

    public LocalValues Locals => _locals.Value;

    public DatasetOrigin Datasets => new(Types, Locals);

    public AnalyzerOptions Options => _context.Options;

    public CancellationToken Token => _context.CancellationToken;

    /// <summary>The body's calls that make a sampler.</summary>
    public IEnumerable<SamplerCreation> Samplers() =>
        Operations.Select(operation => SamplerCreation.Of(operation, Types)).OfType<SamplerCreation>();

    /// <summary>The sampler that an expression stands for, if the body shows how it was made.</summary>
    public SamplerCreation? SamplerOf(IOperation expression) => SamplerCreation.Of(Locals.Origin(expression), Types);

    public void Report(DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        Report(rule, location, ImmutableDictionary<string, string?>.Empty, arguments);

    /// <summary>Reports with what a code fix needs to know.</summary>
    public void Report(DiagnosticDescriptor rule, Location location, ImmutableDictionary<string, string?> properties, params object[] arguments) =>
        _context.ReportDiagnostic(Diagnostic.Create(rule, location, properties, arguments));

    /// <summary>Reports with the place that a code fix changes, where that is another one.</summary>
    public void ReportWithPlace(DiagnosticDescriptor rule, Location location, Location place, params object[] arguments) =>
        _context.ReportDiagnostic(Diagnostic.Create(rule, location, additionalLocations: [place], arguments));
}
