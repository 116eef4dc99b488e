namespace BalanceGen.Generators.Parsing;

/// <summary>A member with an attribute of the library.</summary>
/// <param name="symbol">The member. It is a parameter only if there is no property or field to read for it.</param>
/// <param name="mark">What the attribute says.</param>
/// <param name="attribute">The attribute.</param>
/// <param name="level">How far the declaring type is from the target: 0 for the target itself.</param>
internal sealed class MarkedMember(ISymbol symbol, Mark mark, AttributeData attribute, int level)
{
    public ISymbol Symbol { get; } = symbol;

    public Mark Mark { get; } = mark;

    public AttributeData Attribute { get; } = attribute;

    public int Level { get; } = level;
}
