namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>A kind of label: whether a member is of this kind, and which classes it has.</summary>
internal abstract class LabelKind
{
    public abstract bool Accepts(LabelMember member);

    /// <summary>The classes. Null if they are not known, which is then noted with the reason.</summary>
    public abstract LabelModel? Parse(INamedTypeSymbol target, LabelMember member, Findings findings);

    /// <summary>The class index of a constant in an attribute, or −1 if it is none of the classes.</summary>
    public abstract int IndexOf(TypedConstant constant, ITypeSymbol labelType, LabelModel label);

    /// <summary>How the label is read from a row, as a format; a kind that takes spans asks the member for one.</summary>
    public virtual string Access(LabelMember member) => member.Access;
}
