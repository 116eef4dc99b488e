namespace BalanceGen.CodeFixes;

/// <summary>The members of a declaration that could hold a label, whatever their type.</summary>
internal static class LabelCandidates
{
    /// <summary>The positional parameters of a record, then properties that can be read and fields, in the order of the source.</summary>
    public static IEnumerable<(SyntaxNode Member, TypeSyntax Type, string Name)> Of(TypeDeclarationSyntax declaration)
    {
        if (declaration is RecordDeclarationSyntax { ParameterList: { } parameters })
        {
            foreach (ParameterSyntax parameter in parameters.Parameters)
            {
                if (parameter.Type is { } type)
                {
                    yield return (parameter, type, parameter.Identifier.ValueText);
                }
            }
        }

        foreach (MemberDeclarationSyntax member in declaration.Members.Where(member => !member.Modifiers.Any(SyntaxKind.StaticKeyword)))
        {
            if (member is PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null } property && IsReadable(property))
            {
                yield return (property, property.Type, property.Identifier.ValueText);
            }
            else if (member is FieldDeclarationSyntax { Declaration: { Variables.Count: 1 } field } && !member.Modifiers.Any(SyntaxKind.ConstKeyword))
            {
                yield return (member, field.Type, field.Variables[0].Identifier.ValueText);
            }
        }
    }

    private static bool IsReadable(PropertyDeclarationSyntax property) =>
        property.AccessorList is not { } accessors || accessors.Accessors.Any(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration));
}
