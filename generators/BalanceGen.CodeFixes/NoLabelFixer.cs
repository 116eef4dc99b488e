namespace BalanceGen.CodeFixes;

/// <summary>BALG0003: marks a member as the label, if its type alone says which classes there are. Enums are offered first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NoLabelFixer)), Shared]
public sealed class NoLabelFixer() : ExpressionFixer(Descriptors.NoLabel)
{
    private protected override void Register(FixRegistration fixes, SyntaxNode reported, SemanticModel model, CancellationToken token)
    {
        if (reported.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration)
        {
            return;
        }

        AttributeListSyntax attribute = MemberMark.Of(declaration, "ClassLabel");
        int choice = 0;
        foreach ((SyntaxNode member, TypeSyntax type, string name) in LabelCandidates.Of(declaration).OrderBy(item => IsEnum(item.Type, model, token) ? 0 : 1))
        {
            if (IsEnum(type, model, token) || model.GetTypeInfo(type, token).Type?.SpecialType == SpecialType.System_Boolean)
            {
                fixes.Replace($"Mark '{name}' as the label", $"{nameof(NoLabelFixer)}.{choice++}", member, MemberMark.On(member, attribute));
            }
        }
    }

    private static bool IsEnum(TypeSyntax type, SemanticModel model, CancellationToken token) =>
        model.GetTypeInfo(type, token).Type?.TypeKind == TypeKind.Enum;
}
