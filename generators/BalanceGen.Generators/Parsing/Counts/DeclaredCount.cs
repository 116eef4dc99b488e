using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators.Parsing.Counts;

/// <summary>One [ClassCount] of a type.</summary>
internal sealed class DeclaredCount
{
    private readonly AttributeData _attribute;

    public DeclaredCount(AttributeData attribute, int labelIndex, int classIndex, long count)
    {
        _attribute = attribute;
        LabelIndex = labelIndex;
        ClassIndex = classIndex;
        Count = count;
    }

    /// <summary>The label as it would be written in C#.</summary>
    public string LabelText => _attribute.ConstructorArguments[0].ToCSharpString();

    /// <summary>The label if it is a string, otherwise null.</summary>
    public string? LabelString =>
        _attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;

    /// <summary>
    /// The position of the label among the declared ones, before classes are merged; a position of its own for the name of a merged class; negative if it
    /// is none of them.
    /// </summary>
    public int LabelIndex { get; }

    /// <summary>The class index of the label; negative if it is none of the classes, or ignored.</summary>
    public int ClassIndex { get; }

    public long Count { get; }

    public Location LabelLocation(CancellationToken token) => ArgumentLocation("label", position: 0, token);

    public Location CountLocation(CancellationToken token) => ArgumentLocation("count", position: 1, token);

    private Location ArgumentLocation(string name, int position, CancellationToken token)
    {
        if (_attribute.ApplicationSyntaxReference?.GetSyntax(token) is not AttributeSyntax { ArgumentList.Arguments: var arguments } attribute)
        {
            return Location.None;
        }

        AttributeArgumentSyntax? argument =
            arguments.FirstOrDefault(candidate => candidate.NameColon?.Name.Identifier.ValueText == name)
            ?? arguments.Where((candidate, index) => index == position && candidate.NameColon is null).FirstOrDefault();
        return (argument?.Expression ?? (SyntaxNode)attribute).GetLocation();
    }
}
