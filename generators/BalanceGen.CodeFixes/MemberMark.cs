namespace BalanceGen.CodeFixes;

/// <summary>Puts an attribute of the library on a member or a positional parameter, and arguments into it.</summary>
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

    /// <summary>The attribute with one more argument.</summary>
    public static AttributeSyntax With(AttributeSyntax attribute, string argument)
    {
        AttributeArgumentSyntax added = SyntaxFactory.ParseCompilationUnit($"[A({argument})]class C;").DescendantNodes().OfType<AttributeArgumentSyntax>().First();
        AttributeArgumentListSyntax list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        SyntaxToken comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        SyntaxNodeOrToken[] items = list.Arguments.Count == 0 ? [added] : [.. list.Arguments.GetWithSeparators(), comma, added];
        return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList<AttributeArgumentSyntax>(items)));
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
