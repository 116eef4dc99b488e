namespace BalanceGen.CodeFixes;

/// <summary>Puts an attribute of the library on a member or a positional parameter.</summary>
internal static class MemberMark
{
    /// <summary>The attribute, qualified as [BalancedDataset] is.</summary>
    public static AttributeListSyntax Of(TypeDeclarationSyntax declaration, string name)
    {
        NameSyntax? dataset = declaration.AttributeLists.SelectMany(list => list.Attributes)
            .Select(attribute => attribute.Name)
            .FirstOrDefault(found => found.ToString().Contains("BalancedDataset"));
        string qualifier = dataset is QualifiedNameSyntax qualified ? $"{qualified.Left}." : "";
        return SyntaxFactory.AttributeList([SyntaxFactory.Attribute(SyntaxFactory.ParseName(qualifier + name))]);
    }

    /// <summary>The member with the attribute before its others.</summary>
    public static SyntaxNode On(SyntaxNode member, AttributeListSyntax attribute)
    {
        AttributeListSyntax first = attribute.WithLeadingTrivia(member.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space);
        SyntaxNode bare = member.WithoutLeadingTrivia();
        return bare switch
        {
            ParameterSyntax parameter => parameter.WithAttributeLists(parameter.AttributeLists.Insert(0, first)),
            MemberDeclarationSyntax declaration => declaration.WithAttributeLists(declaration.AttributeLists.Insert(0, first)),
            _ => member,
        };
    }
}
