using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.Tests.Fuzzing;

/// <summary>Changes C# at the level of nodes and tokens. What comes out is text: it need not parse, let alone compile.</summary>
internal sealed class SourceMutator(Donors donors, Random random)
{
    public string Mutate(string source)
    {
        for (int mutations = random.Next(2) == 0 ? 1 : random.Next(2, 5); mutations > 0; mutations--)
        {
            source = MutateOnce(source);
        }

        return source;
    }

    private string MutateOnce(string source)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions).GetRoot();
        return random.Next(10) switch
        {
            0 => ChangeToken(source, root),
            1 => InsertModifier(source, root),
            2 => Annotate(source, root),
            3 => Swap(source, root),
            4 => Remove(source, root),
            5 => Repeat(source, root),
            _ => Exchange(source, root),
        };
    }

    private string ChangeToken(string source, SyntaxNode root)
    {
        SyntaxToken token = Choose(root.DescendantTokens());
        return random.Next(4) switch
        {
            0 => Replace(source, token.Span, ""),
            1 => Replace(source, token.Span, $"{token.Text} {token.Text}"),
            2 => Replace(source, token.Span, token.GetNextToken().Text),
            _ => Replace(source, token.Span, donors.Choose(Donors.PlaceOf(token) ?? "token", random)),
        };
    }

    private string InsertModifier(string source, SyntaxNode root)
    {
        SyntaxNode declaration = Choose(root.DescendantNodes().Where(node => node is MemberDeclarationSyntax or ParameterSyntax));
        SyntaxToken first = declaration switch
        {
            null => default,
            MemberDeclarationSyntax { Modifiers.Count: > 0 } member => member.Modifiers[0],
            _ => declaration.DescendantTokens().FirstOrDefault(token => token.Parent is not AttributeListSyntax && token.Parent?.FirstAncestorOrSelf<AttributeListSyntax>() is null),
        };
        return Replace(source, new TextSpan(first.SpanStart, 0), donors.Choose("modifier", random) + " ");
    }

    /// <summary>Makes a type a data set, or a member a label, column list or weight.</summary>
    private string Annotate(string source, SyntaxNode root)
    {
        SyntaxNode? declaration = Choose(root.DescendantNodes().Where(node => node is MemberDeclarationSyntax or ParameterSyntax));
        if (declaration is null)
        {
            return source;
        }

        string attribute = declaration switch
        {
            _ when random.Next(3) == 0 => donors.Choose("attribute", random),
            TypeDeclarationSyntax => "global::BalanceGen.BalancedDataset",
            _ => "global::BalanceGen.ClassLabel",
        };
        string annotated = Replace(source, new TextSpan(declaration.SpanStart, 0), $"[{attribute}] ");
        return declaration is TypeDeclarationSyntax type && !type.Modifiers.Any(SyntaxKind.PartialKeyword)
            ? annotated.Insert(type.Keyword.SpanStart + attribute.Length + 3, "partial ")
            : annotated;
    }

    private string Swap(string source, SyntaxNode root)
    {
        (SyntaxNodeOrToken one, string place) = ChoosePiece(root);
        SyntaxNodeOrToken[] others = [.. Pieces(root).Where(piece => piece.Place == place && !piece.Piece.Span.OverlapsWith(one.Span)).Select(piece => piece.Piece)];
        if (others.Length == 0)
        {
            return source;
        }

        SyntaxNodeOrToken other = others[random.Next(others.Length)];
        (SyntaxNodeOrToken first, SyntaxNodeOrToken second) = one.SpanStart < other.SpanStart ? (one, other) : (other, one);
        return Replace(Replace(source, second.Span, first.ToString()), first.Span, second.ToString());
    }

    private string Remove(string source, SyntaxNode root) => Replace(source, ChoosePiece(root).Piece.Span, "");

    private string Repeat(string source, SyntaxNode root)
    {
        (SyntaxNodeOrToken piece, string place) = ChoosePiece(root);
        string separator = place is "attribute" or "attributeArgument" or "parameter" or "typeParameter" or "enumMember" or "baseType" ? ", " : " ";
        return source.Insert(piece.Span.End, separator + piece);
    }

    private string Exchange(string source, SyntaxNode root)
    {
        (SyntaxNodeOrToken piece, string place) = ChoosePiece(root);
        return Replace(source, piece.Span, donors.Choose(place, random));
    }

    /// <summary>First the kind of place, then one of them: otherwise most mutations would be of names and expressions.</summary>
    private (SyntaxNodeOrToken Piece, string Place) ChoosePiece(SyntaxNode root)
    {
        (SyntaxNodeOrToken Piece, string Place)[] pieces = [.. Pieces(root)];
        if (pieces.Length == 0)
        {
            return (root, "member");
        }

        string[] places = [.. pieces.Select(piece => piece.Place).Distinct()];
        string place = places[random.Next(places.Length)];
        pieces = [.. pieces.Where(piece => piece.Place == place)];
        return pieces[random.Next(pieces.Length)];
    }

    private static IEnumerable<(SyntaxNodeOrToken Piece, string Place)> Pieces(SyntaxNode root) =>
        from piece in root.DescendantNodesAndTokens()
        let place = Donors.PlaceOf(piece)
        where place is not (null or "token") && piece.Span.Length > 0
        select (piece, place);

    private static string Replace(string source, TextSpan span, string text) => source[..span.Start] + text + source[span.End..];

    private T Choose<T>(IEnumerable<T> items)
    {
        T[] all = [.. items];
        return all.Length == 0 ? default! : all[random.Next(all.Length)];
    }
}
