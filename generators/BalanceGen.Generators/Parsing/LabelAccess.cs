namespace BalanceGen.Generators.Parsing;

/// <summary>How a label is read from a row, as a format: <c>{0}</c> stands for the row.</summary>
internal static class LabelAccess
{
    public static string Of(ISymbol member) => member switch
    {
        IMethodSymbol { IsStatic: true } => Identifier.Escape(member.Name) + "({0})",
        IMethodSymbol => "{0}." + Identifier.Escape(member.Name) + "()",
        _ => "{0}." + Identifier.Escape(member.Name),
    };

    /// <summary>Several members as one span, which the compiler keeps on the stack.</summary>
    public static string Columns(ITypeSymbol type, IEnumerable<string> names) => string.Format(
        CultureInfo.InvariantCulture,
        "(global::System.ReadOnlySpan<{0}>)[{1}]",
        TypeNames.Qualified(type),
        string.Join(", ", names.Select(name => "{0}." + Identifier.Escape(name))));

    /// <summary>One step further along a path.</summary>
    public static string Step(string access, ISymbol member, bool canBeNull) =>
        access + (canBeNull ? "?." : ".") + Identifier.Escape(member.Name);
}
