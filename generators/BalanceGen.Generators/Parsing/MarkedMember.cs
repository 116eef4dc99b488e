namespace BalanceGen.Generators.Parsing;

/// <summary>A member with an attribute of the library.</summary>
/// <param name="Symbol">The member. It is a parameter only if there is no property or field to read for it.</param>
/// <param name="Mark">What the attribute says.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Level">How far the declaring type is from the target: 0 for the target itself.</param>
internal sealed record MarkedMember(ISymbol Symbol, Mark Mark, AttributeData Attribute, int Level);
