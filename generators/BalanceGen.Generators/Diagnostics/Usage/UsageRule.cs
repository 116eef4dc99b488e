namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>A rule about code that uses the library, whether or not the generated members are there yet.</summary>
/// <param name="rule">What is reported.</param>
internal abstract class UsageRule(DiagnosticDescriptor rule)
{
    public DiagnosticDescriptor Rule { get; } = rule;

    /// <summary>Whether the rule also looks at methods that use nothing of the library.</summary>
    public virtual bool IsAboutAllCode => false;

    /// <summary>Reports where the body of a method breaks the rule. Called from several threads at once: a rule has no state.</summary>
    public abstract void Check(UsageContext context);
}
