using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators.Parsing.Counts;

/// <summary>One [ClassCount] of a type.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="LabelIndex">
/// The position of the label among the declared ones, before classes are merged; a position of its own for the name of a merged class; negative if it
/// is none of them.
/// </param>
/// <param name="ClassIndex">The class index of the label; negative if it is none of the classes, or ignored.</param>
/// <param name="Count">The number of rows.</param>
internal sealed record DeclaredCount(AttributeData Attribute, int LabelIndex, int ClassIndex, long Count)
{
    /// <summary>The label as it would be written in C#.</summary>
    public string LabelText => Attribute.ConstructorArguments[0].ToCSharpString();

    /// <summary>The label if it is a string, otherwise null.</summary>
    public string? LabelString =>
        Attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;

    public Location LabelLocation(CancellationToken token) => ArgumentLocation("label", position: 0, token);

    public Location CountLocation(CancellationToken token) => ArgumentLocation("count", position: 1, token);

    private Location ArgumentLocation(string name, int position, CancellationToken token)
    {
        if (Attribute.ApplicationSyntaxReference?.GetSyntax(token) is not AttributeSyntax { ArgumentList.Arguments: var arguments } attribute)
        {
            return Location.None;
        }

        AttributeArgumentSyntax? argument =
            arguments.FirstOrDefault(candidate => candidate.NameColon?.Name.Identifier.ValueText == name)
            ?? arguments.Where((candidate, index) => index == position && candidate.NameColon is null).FirstOrDefault();
        return (argument?.Expression ?? (SyntaxNode)attribute).GetLocation();
    }
}
