namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>The body of one method, as the usage rules see it. Its operations are listed once for all rules.</summary>
internal sealed class UsageContext
{
    private readonly OperationBlockAnalysisContext _context;

    public UsageContext(OperationBlockAnalysisContext context, KnownTypes types, SourceBodies bodies)
    {
        _context = context;
        Types = types;
        Bodies = bodies;
        Operations = [.. context.OperationBlocks.SelectMany(block => block.DescendantsAndSelf())];
    }

    public KnownTypes Types { get; }

    /// <summary>What the library says about its members.</summary>
    public LibraryFacts Facts => Types.Facts;

    /// <summary>The code around the body.</summary>
    public SourceBodies Bodies { get; }

    /// <summary>Every operation of the body, in the order of the source.</summary>
    public IReadOnlyList<IOperation> Operations { get; }

    /// <summary>Whether anything in the body is the library's or generated, or not known yet, or a trainer's. Most bodies of a program are not looked at any further.</summary>
    public bool UsesLibrary => Operations.Any(operation => Types.IsOfLibrary(operation) || Types.Trainers.Own(operation));

    // Read when a rule first asks: most bodies have nothing that one asks about.
    public LocalValues Locals => field ??= new LocalValues(Operations, Bodies);

    /// <summary>The arrays that are filled with counts.</summary>
    public FilledArrays FilledArrays => field ??= new FilledArrays(this);

    public DatasetOrigin Datasets => new(Types, Locals);

    public AnalyzerOptions Options => _context.Options;

    public CancellationToken Token => _context.CancellationToken;

    /// <summary>The body's calls that make a sampler.</summary>
    public IReadOnlyList<SamplerCreation> Samplers =>
        field ??= [.. Operations.Select(operation => SamplerCreation.Of(operation, Types)).OfType<SamplerCreation>()];

    /// <summary>The sampler that an expression stands for, if the program shows how it was made.</summary>
    public SamplerCreation? SamplerOf(IOperation expression) => SamplerCreation.Of(Locals.Origin(expression), Types);

    /// <summary>Whether an operation is written in the body, and not where a field is set.</summary>
    public bool Contains(IOperation operation) =>
        _context.OperationBlocks.Any(block => block.Syntax.SyntaxTree == operation.Syntax.SyntaxTree && block.Syntax.Span.Contains(operation.Syntax.Span));

    public void Report(DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        Report(rule, location, FixData.None, arguments);

    /// <summary>Reports with what a code fix needs to know.</summary>
    public void Report(DiagnosticDescriptor rule, Location location, ImmutableDictionary<string, string?> properties, params object[] arguments) =>
        _context.ReportDiagnostic(Diagnostic.Create(rule, location, properties, arguments));

    /// <summary>Reports with the place that a code fix changes, where that is another one, and what it needs to know.</summary>
    public void ReportWithPlace(DiagnosticDescriptor rule, Location location, Location place, ImmutableDictionary<string, string?> properties, params object[] arguments) =>
        _context.ReportDiagnostic(Diagnostic.Create(rule, location, [place], properties, arguments));
}
