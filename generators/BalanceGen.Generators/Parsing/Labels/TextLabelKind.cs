using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using BalanceGen.Generators.Infrastructure;
using BalanceGen.Generators.Model;
using Microsoft.CodeAnalysis;

namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>Text that is compared by a policy, or that is characters or UTF-8 bytes in memory instead of a string.</summary>
internal sealed class TextLabelKind : LabelKind
{
    public override bool Accepts(LabelMember member) => FormOf(member) is not null;

    public override string Access(LabelMember member) =>
        FormOf(member) == TextForm.String ? member.Access : VectorType.Of(member)!.Access(member);

    public override LabelModel? Parse(
        INamedTypeSymbol target, LabelMember member, ICollection<Violation> violations, CancellationToken token)
    {
        const string Reason = "the classes of text are the declared strings";
        LabelArguments.WarnAboutRange(member, violations, token, Reason);
        LabelArguments.WarnAboutUnused(member, violations, token, Reason, "Values", "NamesFrom", "Tolerance", "Several");

        if (member.ClassNames.IsEmpty)
        {
            violations.Add(LabelKinds.UnsupportedType(
                member, token, "no classes are declared", "list them in the order of their class indices: [ClassLabel(\"ham\", \"spam\")]"));
            return null;
        }

        if (!LabelArguments.AreValidNames(member, violations, token) || !AreDistinct(member, violations, token))
        {
            return null;
        }

        TextForm form = FormOf(member)!.Value;
        string type = form switch
        {
            TextForm.String => "string",
            TextForm.Characters => "global::System.ReadOnlySpan<char>",
            _ => "global::System.ReadOnlySpan<byte>",
        };
        return new TextLabelModel(type, form, member.Comparison, new EquatableArray<string>(member.ClassNames.OfType<string>()));
    }

    public override int IndexOf(TypedConstant constant, ITypeSymbol labelType, LabelModel label)
    {
        var text = (TextLabelModel)label;
        return constant.Value is string name
            ? text.Names.ToList().FindIndex(candidate => Key(candidate, text.Comparison) == Key(name, text.Comparison))
            : -1;
    }

    private static TextForm? FormOf(LabelMember member) => member switch
    {
        { Columns: not null } => null,
        { Type.SpecialType: SpecialType.System_String, Encoding: LabelEncoding.ByType } => TextForm.String,
        { Encoding: LabelEncoding.ByType } when VectorType.Of(member)?.Element.SpecialType == SpecialType.System_Char => TextForm.Characters,
        { Encoding: LabelEncoding.Utf8 } when VectorType.Of(member) is { Element.SpecialType: SpecialType.System_Byte, IsInlineArray: false } => TextForm.Utf8,
        _ => null,
    };

    /// <summary>Two names that the policy cannot tell apart would be one class with two indices.</summary>
    private static bool AreDistinct(LabelMember member, ICollection<Violation> violations, CancellationToken token)
    {
        string[] keys = [.. member.ClassNames.Select(name => Key(name!, member.Comparison))];
        for (int index = 0; index < keys.Length; index++)
        {
            int first = Array.IndexOf(keys, keys[index]);
            string? problem = keys[index].Length == 0
                ? $"the name of class {index} is only white space, which the comparison trims"
                : first < index
                    ? $"'{member.ClassNames[first]}' and '{member.ClassNames[index]}' are the same by the comparison"
                    : null;
            if (problem is not null)
            {
                violations.Add(new Violation(
                    Diagnostics.Descriptors.InvalidClassNames, member.ClassNameLocation(index, token), member.Name, problem, "remove one of them"));
                return false;
            }
        }

        return true;
    }

    private static string Key(string name, LabelComparison comparison)
    {
        string trimmed = (comparison & LabelComparison.Trim) != 0 ? name.Trim() : name;
        return (comparison & LabelComparison.IgnoreCase) != 0 ? trimmed.ToUpperInvariant() : trimmed;
    }
}
