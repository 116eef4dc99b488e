namespace BalanceGen.Generators.Parsing;

/// <summary>How accessible a member may be that names another type (CS0051: a member may not be more accessible than its parameters).</summary>
internal static class AccessibilityDomain
{
    /// <summary>The widest accessibility of a member nested in the target that takes the label type.</summary>
    public static MemberAccess OverloadAccess(INamedTypeSymbol target, INamedTypeSymbol labelType)
    {
        MemberAccess access = MemberAccess.Public;
        foreach (INamedTypeSymbol part in TypeNames.Mentioned(labelType))
        {
            if (part.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal)
            {
                access = access == MemberAccess.Public ? MemberAccess.Internal : access;
            }
            else if (part.DeclaredAccessibility != Accessibility.Public && !IsConfinedTo(target, part))
            {
                access = MemberAccess.Private;
            }
        }

        return access;
    }

    /// <summary>
    /// Whether the target, or a type around it, is itself not visible beyond where a non-public nested type is:
    /// declared in the same type with the same accessibility, or private anywhere within that type.
    /// </summary>
    private static bool IsConfinedTo(INamedTypeSymbol target, INamedTypeSymbol confined) =>
        TypeNames.Chain(target).Any(part => part.DeclaredAccessibility switch
        {
            Accessibility.Private => ContainersOf(part).Contains(confined.ContainingType, SymbolEqualityComparer.Default),
            var access => access == confined.DeclaredAccessibility
                && SymbolEqualityComparer.Default.Equals(part.ContainingType, confined.ContainingType),
        });

    private static IEnumerable<INamedTypeSymbol> ContainersOf(INamedTypeSymbol type) =>
        TypeNames.Chain(type).Take(TypeNames.Chain(type).Count - 1);
}
