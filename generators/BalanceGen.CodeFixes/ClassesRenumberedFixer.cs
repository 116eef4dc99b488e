using BalanceGen.Generators.Infrastructure;
using BalanceGen.Generators.Parsing;

namespace BalanceGen.CodeFixes;

/// <summary>BALG0117: sets ClassOrder to the order of the file, for models that are trained again.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClassesRenumberedFixer)), Shared]
public sealed class ClassesRenumberedFixer() : ExpressionFixer(Descriptors.ClassesRenumbered)
{
    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token)
    {
        if (reported.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { NameEquals.Name.Identifier.ValueText: "ClassOrder", Expression: { } old }
            && fixes.Diagnostic.Properties.TryGetValue(TargetClasses.OrderProperty, out string? order)
            && order is not null)
        {
            fixes.Replace($"Set ClassOrder to '{order}', for models that are trained again", old, CSharpLiteral.Of(order));
        }
    }
}
