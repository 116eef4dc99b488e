using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BalanceGen.Generators.Diagnostics;
using BalanceGen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>The label types that are supported. A new kind is a file beside this one and an entry in this list.</summary>
internal static class LabelKinds
{
    private static readonly LabelKind[] All = [new EnumLabelKind(), new BooleanLabelKind(), new IntegerLabelKind(), new StringLabelKind()];

    public static LabelKind? Of(ITypeSymbol type) => All.FirstOrDefault(kind => kind.Accepts(type));

    public static LabelModel? Parse(INamedTypeSymbol target, LabelMember member, ICollection<Violation> violations, CancellationToken token)
    {
        if (member.Type.TypeKind == TypeKind.Error)
        {
            return null; // the compiler has already said that there is no such type
        }

        if (IsNullable(member.Type))
        {
            violations.Add(UnsupportedType(member, token, "null is no class", "make the label non-nullable"));
            return null;
        }

        if (Of(member.Type) is not { } kind)
        {
            violations.Add(UnsupportedType(
                member, token, "only an enum, 'bool', an integer type or 'string' can be a label", "map the label to one of them"));
            return null;
        }

        return kind.Parse(target, member, violations, token);
    }

    public static Violation UnsupportedType(LabelMember member, CancellationToken token, string reason, string remedy) =>
        new(Descriptors.UnsupportedLabelType, member.TypeLocation(token), member.Name, TypeNames.Short(member.Type), reason, remedy);

    private static bool IsNullable(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || (type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated);
}
