using System.Collections.Immutable;

namespace BalanceGen.CodeFixes;

/// <summary>A fix of one rule, or of a few rules about one thing. It ignores diagnostics of any other rule.</summary>
/// <remarks>
/// One analyzer reports many rules, and <c>dotnet format</c> asks the fixer of one rule about the first diagnostic of all that this
/// analyzer reported. A fixer that took it for its own would offer a change that nobody asked for.
/// </remarks>
public abstract class RuleFixer : CodeFixProvider
{
    private protected RuleFixer(params DiagnosticDescriptor[] rules) => FixableDiagnosticIds = [.. rules.Select(rule => rule.Id)];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <summary>The way to fix several diagnostics at once, or null if that is not possible.</summary>
    private protected abstract FixAllProvider? FixAll { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider? GetFixAllProvider() => FixAll is { } fixAll ? new FirstOfferedFixAllProvider(fixAll) : null;

    /// <inheritdoc/>
    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context) =>
        context.Diagnostics.All(diagnostic => FixableDiagnosticIds.Contains(diagnostic.Id)) ? RegisterAsync(context) : Task.CompletedTask;

    /// <summary>Registers what can be done about diagnostics of the rule, if anything.</summary>
    private protected abstract Task RegisterAsync(CodeFixContext context);
}
