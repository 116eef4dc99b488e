using BalanceGen.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace BalanceGen.Generators.Tests.Harness;

/// <summary>Code that a fix or a refactoring changes. <see cref="FixMatrix"/> puts it in every context.</summary>
/// <param name="Provider">The fix or the refactoring.</param>
/// <param name="Changed">What it changes: members of a class, or a type <c>Row</c>. <c>$file</c> is the name of the file beside it.</param>
/// <param name="Types">The types that the code uses.</param>
internal sealed record FixCase(Type Provider, string Changed, string Types = "")
{
    /// <summary>The rule whose diagnostic is fixed, where the provider is for several. By default its only one.</summary>
    public DiagnosticDescriptor? Rule { get; init; }

    /// <summary>How the name of the file beside the code ends.</summary>
    public string Extension { get; init; } = ".classcounts.csv";

    /// <summary>The text of the file beside the code, or null if there is none.</summary>
    public string? File { get; init; }

    /// <summary>The only diagnostics that a result may have and the code before had not: what the fix asks for next.</summary>
    public IReadOnlyList<string> Then { get; init; } = [];

    /// <summary>Whether the types around are not partial yet.</summary>
    public bool IsInTypesThatAreNotPartial { get; init; }

    /// <summary>Whether it is tried with no other file in the project than its own.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Whether a type is changed, and not members.</summary>
    public bool IsType => Changed.Contains(" Row(", StringComparison.Ordinal) || Changed.Contains(" Row {", StringComparison.Ordinal);

    /// <summary>The rule, or null if the provider is a refactoring.</summary>
    public DiagnosticDescriptor? FixedRule() => Rule ?? (Activator.CreateInstance(Provider) is CodeFixProvider fixer
        ? typeof(Descriptors).GetFields().Select(rule => rule.GetValue(null)).OfType<DiagnosticDescriptor>().Single(descriptor => descriptor.Id == fixer.FixableDiagnosticIds.Single())
        : null);
}
