using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators.Infrastructure;

/// <summary>Names as C# identifiers.</summary>
internal static class Identifier
{
    /// <summary>
    /// Escapes reserved and contextual keywords. Display formats leave the contextual ones alone, but a declaration
    /// <c>partial class record</c> is a warning and <c>partial class required</c> an error.
    /// </summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>The last part of a name that code has written, without its qualifier.</summary>
    public static string LastOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
