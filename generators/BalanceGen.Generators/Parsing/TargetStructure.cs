using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators.Parsing;

/// <summary>What must hold for a type before a member can be added to it.</summary>
internal static class TargetStructure
{
    /// <summary>What is generated: the nested type, and the types inside it, which would hide type parameters of their names.</summary>
    private static readonly string[] GeneratedTypes =
        [LibraryNames.GeneratedClasses, LibraryNames.KnownCounts, LibraryNames.ClassIndices, "Indexer", "Weigher", "Grouper"];

    /// <summary>The namespace that generated code names besides the library's, whose attributes cannot be named where a type hides it.</summary>
    private const string NamedNamespace = "System";

    public static void Check(INamedTypeSymbol target, Findings findings)
    {
        CheckKind(target, findings);
        CheckPartial(target, findings);
        CheckNames(target, findings);
    }

    /// <summary>The declaration that carries [BalancedDataset], or the first one.</summary>
    public static TypeDeclarationSyntax? Declaration(INamedTypeSymbol target, CancellationToken token)
    {
        SyntaxNode? attribute = Annotations.BalancedDataset(target)?.ApplicationSyntaxReference?.GetSyntax(token);
        return attribute?.FirstAncestorOrSelf<TypeDeclarationSyntax>()
            ?? target.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(token) as TypeDeclarationSyntax;
    }

    public static Location NameLocation(INamedTypeSymbol target, CancellationToken token) =>
        Declaration(target, token)?.Identifier.GetLocation() ?? Location.None;

    private static void CheckKind(INamedTypeSymbol target, Findings findings)
    {
        (string? reason, string remedy) = target switch
        {
            _ when Annotations.IsAnnotatedTwice(target) => ("its rows are of two types", "keep one of the attributes"),
            _ when TypeNames.IsDeclaredTwice(target) => ("there is another type of its name", "rename one of them"),
            _ when HidesNamespace(target) => (
                $"the type '{NamedNamespace}' of the global namespace hides the namespace '{NamedNamespace}' from the generated file", "rename that type"),
            _ when TypeNames.Chain(target).Any(IsVariant) => (
                "types cannot be nested in an interface whose type parameters are 'in' or 'out'", "remove 'in' and 'out'"),
            _ when CompanionRow.IsCompanion(target) => Companion(target),
            { IsStatic: true } => ("a static type has no rows", "remove 'static'"),
            _ when OpenStaticMember(target) is { } member => OfOpenInterface(target, member),
            { IsRefLikeType: true } => ("rows are stored in arrays, where a 'ref struct' cannot be", "remove 'ref'"),
            _ when TypeNames.Chain(target).Any(type => type.IsFileLocal) => (
                "a file-local type cannot be completed from the generated file",
                "remove 'file'"),
            _ => ((string?)null, ""),
        };
        if (reason is not null)
        {
            findings.Add(Descriptors.UnsupportedTarget, NameLocation(target, findings.Token), TypeNames.Short(target), reason, remedy);
        }
    }

    private static (string? Reason, string Remedy) Companion(INamedTypeSymbol target) => CompanionRow.RowType(target) switch
    {
        _ when !target.IsStatic => ("the companion of a row type has no rows of its own", "make it a static class"),
        _ when TypeNames.Chain(target).Any(type => type.IsFileLocal) => (
            "a file-local type cannot be completed from the generated file", "remove 'file'"),
        { TypeKind: TypeKind.Error } => (null, ""), // the compiler has already said that there is no such type
        INamedTypeSymbol { IsRefLikeType: false } row when TypeNames.Mentioned(row).Any(type => type.IsFileLocal) => (
            $"the generated file cannot name the file-local '{TypeNames.Short(row)}'", "remove 'file'"),
        INamedTypeSymbol row when OpenStaticMember(row) is { } member => OfOpenInterface(row, member),
        INamedTypeSymbol { IsRefLikeType: false } row when AccessibilityDomain.OverloadAccess(target, row) == Model.MemberAccess.Public
            || IsInternal(target) => (null, ""),
        INamedTypeSymbol { IsRefLikeType: false } row => (
            $"'{TypeNames.Short(row)}' is less accessible than its companion", "make the companion internal"),
        var row => ($"'{TypeNames.Short(row)}' is no class, record, struct or interface that rows can be of", "name another type"),
    };

    private static (string Reason, string Remedy) OfOpenInterface(ITypeSymbol row, ISymbol member) => (
        $"an interface with the static abstract member '{member.Name}' cannot be the type of rows: C# allows no such interface as a type argument",
        $"move '{member.Name}' into another interface, or annotate the types that implement '{TypeNames.Short(row)}'");

    /// <summary>A static member of an interface that nothing implements, which keeps the interface from being a type argument (CS8920).</summary>
    private static ISymbol? OpenStaticMember(INamedTypeSymbol type) => type.TypeKind != TypeKind.Interface
        ? null
        : type.AllInterfaces.Add(type)
            .SelectMany(part => part.GetMembers())
            .FirstOrDefault(member => member is { IsStatic: true, IsAbstract: true }
                && member is not IMethodSymbol { AssociatedSymbol: not null }
                && type.FindImplementationForInterfaceMember(member) is null);

    /// <summary>Whether a type is found where generated code means the namespace.</summary>
    private static bool HidesNamespace(INamedTypeSymbol target) =>
        target.ContainingAssembly.GlobalNamespace.GetTypeMembers(NamedNamespace, arity: 0).Any(type => !type.IsFileLocal);

    private static bool IsVariant(INamedTypeSymbol type) => type.TypeParameters.Any(parameter => parameter.Variance != VarianceKind.None);

    private static bool IsInternal(INamedTypeSymbol target) =>
        TypeNames.Chain(target).Any(type => type.DeclaredAccessibility is Accessibility.Internal or Accessibility.Private);

    private static void CheckPartial(INamedTypeSymbol target, Findings findings)
    {
        List<string> notPartial = [.. TypeNames.Chain(target).Where(type => !IsPartial(type, findings.Token)).Select(type => $"'{type.Name}'")];
        if (notPartial.Count > 0)
        {
            findings.Add(
                Descriptors.TargetNotPartial,
                NameLocation(target, findings.Token),
                TypeNames.Short(target),
                string.Join(" and ", notPartial) + (notPartial.Count == 1 ? " is" : " are"));
        }
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken token) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax(token) is not TypeDeclarationSyntax declaration
            || declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static void CheckNames(INamedTypeSymbol target, Findings findings)
    {
        IEnumerable<ISymbol> sameName = target.GetMembers(LibraryNames.GeneratedClasses);
        IEnumerable<ISymbol> hidden = TypeNames.Chain(target)
            .SelectMany(type => type.TypeParameters)
            .Where(parameter => GeneratedTypes.Contains(parameter.Name));
        IEnumerable<ISymbol> itself = target.Name == LibraryNames.GeneratedClasses ? [target] : [];

        if (sameName.Concat(hidden).Concat(itself).FirstOrDefault() is { } conflict)
        {
            Location location = SymbolEqualityComparer.Default.Equals(conflict, target) || conflict.IsImplicitlyDeclared
                ? NameLocation(target, findings.Token)
                : conflict.Locations.FirstOrDefault() ?? NameLocation(target, findings.Token);
            findings.Add(Descriptors.NameConflict, location, TypeNames.Short(target), conflict.Name);
        }
    }
}
