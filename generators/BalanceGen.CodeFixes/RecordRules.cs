using BalanceGen.Generators.Infrastructure;

namespace BalanceGen.CodeFixes;

/// <summary>Adds a label to the class list of a record, and [IgnoredClass] or [MergedClass] for it. It inserts text and moves none.</summary>
internal static class RecordRules
{
    /// <summary>The type's name with those of the types around it. With it the type is found again after the text has changed.</summary>
    public static string PathOf(TypeDeclarationSyntax declaration) =>
        string.Join("+", declaration.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Reverse().Select(type => $"{type.Identifier.ValueText}`{type.TypeParameterList?.Parameters.Count ?? 0}"));

    /// <summary>Whether the classes are listed as text in [ClassLabel], so that a label can be added to them.</summary>
    public static bool HasClassList(TypeDeclarationSyntax declaration) => Names(declaration) is { Count: > 0 };

    public static SourceText Add(SyntaxNode root, SourceText text, CountFileEdit edit)
    {
        TypeDeclarationSyntax? declaration = root.DescendantNodes().OfType<TypeDeclarationSyntax>()
            .FirstOrDefault(type => PathOf(type) == edit.RecordName && AttributeOf(type.AttributeLists, "BalancedDataset") is not null);
        if (declaration is null || Names(declaration) is not { Count: > 0 } names)
        {
            return text;
        }

        string label = CSharpLiteral.Of(edit.Label);
        List<TextChange> changes = [Rule(declaration, text, edit, label)];
        if (!names.Exists(name => name.ToString() == label))
        {
            changes.Add(Insert(names[names.Count - 1].Span.End, $", {label}"));
        }

        return text.WithChanges(changes.OrderBy(change => change.Span.Start));
    }

    private static TextChange Rule(TypeDeclarationSyntax declaration, SourceText text, CountFileEdit edit, string label)
    {
        string name = CSharpLiteral.Of(edit.Class);
        if (edit.Kind == CountFileEditKind.MergeLabel && Merged(declaration).FirstOrDefault(merged => merged.Arguments[0].ToString() == name) is { } before)
        {
            return Insert(before.Arguments[before.Arguments.Count - 1].Span.End, $", {label}");
        }

        string rule = edit.Kind == CountFileEditKind.IgnoreLabel ? $"[IgnoredClass({label})]" : $"[MergedClass({name}, {name}, {label})]";
        AttributeListSyntax list = (AttributeListSyntax)AttributeOf(declaration.AttributeLists, "BalancedDataset")!.Parent!;
        TextLine line = text.Lines.GetLineFromPosition(list.SpanStart);
        string indent = text.ToString(TextSpan.FromBounds(line.Start, list.SpanStart));
        bool isOnOwnLine = indent.All(char.IsWhiteSpace) && list.Span.End == LastOf(text, list.Span.End);
        return isOnOwnLine
            ? Insert(list.Span.End, text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) + indent + rule)
            : Insert(list.Span.End, " " + rule);
    }

    /// <summary>The end of the code on the line, without a comment or white space after it.</summary>
    private static int LastOf(SourceText text, int position)
    {
        TextLine line = text.Lines.GetLineFromPosition(position);
        return text.ToString(TextSpan.FromBounds(position, line.End)).All(char.IsWhiteSpace) && line.EndIncludingLineBreak > line.End ? position : line.End;
    }

    private static IEnumerable<AttributeArgumentListSyntax> Merged(TypeDeclarationSyntax declaration) => declaration.AttributeLists
        .SelectMany(list => list.Attributes)
        .Where(attribute => IsCalled(attribute, "MergedClass") && attribute.ArgumentList is { Arguments.Count: > 1 })
        .Select(attribute => attribute.ArgumentList!);

    private static List<AttributeArgumentSyntax>? Names(TypeDeclarationSyntax declaration) =>
        declaration.DescendantNodes(node => node == declaration || node is not TypeDeclarationSyntax).OfType<AttributeSyntax>()
            .FirstOrDefault(attribute => IsCalled(attribute, "ClassLabel"))?.ArgumentList?.Arguments
            .Where(argument => argument is { NameEquals: null, NameColon: null, Expression: LiteralExpressionSyntax })
            .ToList();

    private static AttributeSyntax? AttributeOf(SyntaxList<AttributeListSyntax> lists, string name) =>
        lists.SelectMany(list => list.Attributes).FirstOrDefault(attribute => IsCalled(attribute, name));

    public static bool IsCalled(AttributeSyntax attribute, string name) =>
        Identifier.LastOf(attribute.Name) is var written && (written == name || written == name + "Attribute");

    private static TextChange Insert(int position, string inserted) => new(new TextSpan(position, 0), inserted);
}
