using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>The body of one method, as a usage rule sees it.</summary>
internal sealed class UsageContext
{
    private readonly OperationBlockAnalysisContext _context;
    private readonly DiagnosticDescriptor _rule;

    // Most bodies hold nothing that a rule asks about.
    private readonly Lazy<LocalValues> _locals;

    public UsageContext(OperationBlockAnalysisContext context, KnownTypes types, DiagnosticDescriptor rule)
    {
        _context = context;
        _rule = rule;
        Types = types;
        Operations = [.. context.OperationBlocks.SelectMany(block => block.DescendantsAndSelf())];
        _locals = new Lazy<LocalValues>(() => new LocalValues(Operations));
    }

    public KnownTypes Types { get; }

    /// <summary>Every operation of the body, in the order of the source.</summary>
    public IReadOnlyList<IOperation> Operations { get; }

    public LocalValues Locals => _locals.Value;

    public DatasetOrigin Datasets => new(Types, Locals);

    public AnalyzerOptions Options => _context.Options;

    public CancellationToken Token => _context.CancellationToken;

    /// <summary>The body's calls that make a sampler.</summary>
    public IEnumerable<SamplerCreation> Samplers() =>
        Operations.Select(operation => SamplerCreation.Of(operation, Types)).OfType<SamplerCreation>();

    /// <summary>The sampler that an expression stands for, if the body shows how it was made.</summary>
    public SamplerCreation? SamplerOf(IOperation expression) => SamplerCreation.Of(Locals.Origin(expression), Types);

    public void Report(Location location, params object[] arguments) =>
        Report(location, ImmutableDictionary<string, string?>.Empty, arguments);

    /// <summary>Reports with what a code fix needs to know.</summary>
    public void Report(Location location, ImmutableDictionary<string, string?> properties, params object[] arguments) =>
        _context.ReportDiagnostic(Diagnostic.Create(_rule, location, properties, arguments));

    /// <summary>Reports with the place that a code fix changes, where that is another one.</summary>
    public void ReportWithPlace(Location location, Location place, params object[] arguments) =>
        _context.ReportDiagnostic(Diagnostic.Create(_rule, location, additionalLocations: [place], arguments));
}
