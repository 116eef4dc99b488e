using BalanceGen.Generators.Infrastructure;
using BalanceGen.Generators.Parsing;
using BalanceGen.Generators.Parsing.Labels;

namespace BalanceGen.CodeFixes;

/// <summary>BALG0006: takes the classes of a text or integer label from a class-count file of the project.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClassesFromFileFixer)), Shared]
public sealed class ClassesFromFileFixer() : RuleFixer(Descriptors.UnsupportedLabelType)
{
    private protected override FixAllProvider FixAll => WellKnownFixAllProviders.BatchFixer;

    private protected override async Task RegisterAsync(CodeFixContext context)
    {
        CancellationToken token = context.CancellationToken;
        if (await context.Document.GetSyntaxRootAsync(token).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(token).ConfigureAwait(false) is not { } model
            || root.FindNode(context.Span).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || model.GetDeclaredSymbol(declaration, token) is not { } type
            || TargetValidator.Validate(type, token) is not { Member: { } member, Label: Generators.Model.FileLabelModel }
            || Annotations.BalancedDataset(type)?.ApplicationSyntaxReference is not { } reference
            || reference.SyntaxTree != root.SyntaxTree
            || await reference.GetSyntaxAsync(token).ConfigureAwait(false) is not AttributeSyntax attribute)
        {
            return;
        }

        bool areIntegers = IntegerTypes.RangeOf(member.ValueType.SpecialType) is not null;
        foreach (string file in await ClassFiles.NamesAsync(context.Document.Project, areIntegers, token).ConfigureAwait(false))
        {
            AttributeSyntax changed = MemberMark.With(attribute, $"ClassCounts = {CSharpLiteral.Of(file)}");
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Take the classes from '{file}'",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(attribute, changed))),
                    equivalenceKey: $"{nameof(ClassesFromFileFixer)}.{file}"),
                context.Diagnostics);
        }
    }
}
