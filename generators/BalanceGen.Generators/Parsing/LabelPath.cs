namespace BalanceGen.Generators.Parsing;

/// <summary>Follows a path from the marked member to the label.</summary>
internal static class LabelPath
{
    /// <summary>The label at the end of the path. Null if the path breaks off, which is then noted.</summary>
    public static LabelMember? Follow(LabelMember member, INamedTypeSymbol target, Findings findings)
    {
        if (!member.Has("Path"))
        {
            return member;
        }

        ITypeSymbol type = member.Type;
        string access = member.Access;
        bool isBehindNull = false;
        var read = new List<ISymbol>();
        foreach (string name in (member.Path ?? "").Split('.'))
        {
            ITypeSymbol owner = TypeNames.WithoutNull(type);
            if (Step(owner, name, target) is not { } step)
            {
                findings.Add(
                    Descriptors.InvalidLabelArgument,
                    member.ArgumentLocation("Path", findings.Token),
                    "Path",
                    member.Name,
                    $"'{TypeNames.Short(owner)}' has no property or field '{name}' that can be read here",
                    "write the names of the members after each other, with dots between them");
                return null;
            }

            bool canBeNull = type.IsReferenceType || !SymbolEqualityComparer.Default.Equals(owner, type);
            access = LabelAccess.Step(access, step, canBeNull);
            isBehindNull |= canBeNull;
            type = TypeNames.OfMember(step)!;
            read.Add(step);
        }

        return member.With(type, access, isBehindNull, [.. read]);
    }

    /// <summary>Everything that a step could name.</summary>
    public static IEnumerable<ISymbol> Steps(ITypeSymbol type, INamedTypeSymbol target)
    {
        var names = new HashSet<string>();
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (IsStep(member) && !member.IsImplicitlyDeclared && names.Add(member.Name) && IsAccessible(member, target))
                {
                    yield return member;
                }
            }
        }
    }

    private static bool IsStep(ISymbol member) => member is IPropertySymbol { IsStatic: false, IsIndexer: false, IsWriteOnly: false } or IFieldSymbol { IsStatic: false };

    /// <summary>The member that a step names, or null.</summary>
    public static ISymbol? Step(ITypeSymbol type, string name, INamedTypeSymbol target)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            ISymbol? found = current.GetMembers(name).FirstOrDefault(IsStep);
            if (found is not null)
            {
                return IsAccessible(found, target) ? found : null;
            }
        }

        return null;
    }

    private static bool IsAccessible(ISymbol member, INamedTypeSymbol target) => LabelMemberSearch.AccessOf(member) switch
    {
        Accessibility.Public => true,
        Accessibility.Internal or Accessibility.ProtectedOrInternal =>
            SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, target.ContainingAssembly),
        _ => TypeNames.Chain(target).Contains(member.ContainingType, SymbolEqualityComparer.Default),
    };
}
