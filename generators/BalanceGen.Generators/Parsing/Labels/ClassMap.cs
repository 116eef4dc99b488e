using BalanceGen.Generators.ClassLists;
using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>Maps the declared labels to the classes that remain after [IgnoredClass] and [MergedClass].</summary>
internal sealed class ClassMap(INamedTypeSymbol target, LabelMember member, LabelKind kind, LabelModel label, Findings findings)
{
    private readonly bool[] _isIgnored = new bool[label.ClassCount];
    private readonly string?[] _mergedInto = new string?[label.ClassCount];
    private AttributeData? _last;

    /// <summary>Whether any label is ignored or merged.</summary>
    public bool IsChanged => _last is not null;

    /// <summary>The classes that remain. Null if the declarations contradict each other, which is then noted.</summary>
    public RemainingClasses? Classes()
    {
        if (!Annotations.IgnoredClasses(target).All(Ignore) || !Annotations.MergedClasses(target).All(Merge))
        {
            return null;
        }

        var classes = RemainingClasses.Of(label, _isIgnored, _mergedInto);
        (string? problem, string remedy) = classes switch
        {
            { Conflict: { } name } => ($"there is another class '{name}'", "give the merged class another name, or merge that label too"),
            { Names.Count: 0 } => ("every class is ignored", "keep one or more"),
            _ => ((string?)null, ""),
        };
        return problem is null || Refuse(problem, remedy) ? classes : null;
    }

    /// <summary>What is wrong with a merged class as it is written, and the remedy; a null problem where nothing is.</summary>
    public static (string? Problem, string Remedy) ProblemOf(string? name, TypedConstant labels) =>
        string.IsNullOrEmpty(name) ? ("the merged class has no name", "give it one")
        : labels.IsNull || labels.Values.Length < 2 ? ($"the merged class '{name}' has fewer than two labels", "list the labels after the name")
        : (null, "");

    private bool Ignore(AttributeData attribute)
    {
        _last = attribute;
        return attribute.ConstructorArguments.Length != 1
            || (TryFind(attribute.ConstructorArguments[0], out int index) && (_isIgnored[index] = true));
    }

    private bool Merge(AttributeData attribute)
    {
        _last = attribute;
        if (attribute.ConstructorArguments.Length != 2 || attribute.ConstructorArguments[1] is not { Kind: TypedConstantKind.Array } labels)
        {
            return true; // does not compile
        }

        string? name = attribute.ConstructorArguments[0].Value as string;
        if (ProblemOf(name, labels) is ({ } problem, var remedy))
        {
            return Refuse(problem, remedy);
        }

        foreach (TypedConstant part in labels.Values)
        {
            if (!TryFind(part, out int index))
            {
                return false;
            }

            if (_isIgnored[index])
            {
                return Refuse($"'{label.ClassName(index)}' is ignored and merged", "declare one of them");
            }

            if (_mergedInto[index] is not null)
            {
                return Refuse($"'{label.ClassName(index)}' is merged twice", "remove one of them");
            }

            _mergedInto[index] = name;
        }

        return true;
    }

    /// <summary>The declared label that a constant means: a value of the label's type, or a class name.</summary>
    private bool TryFind(TypedConstant constant, out int index)
    {
        index = constant.Kind == TypedConstantKind.Array ? -1 : kind.IndexOf(constant, member.ValueType, label);
        if (index < 0 && constant is { Kind: not TypedConstantKind.Array, Value: string name })
        {
            index = LabelPositions.Of(label).OfName(name);
        }

        return index >= 0 || Refuse($"{constant.ToCSharpString()} is no label", $"declare one of: {label.ClassNames(limit: 12)}");
    }

    private bool Refuse(string problem, string remedy)
    {
        findings.Add(Descriptors.InvalidClassRule, Annotations.Place(_last, findings.Token), TypeNames.Short(target), problem, remedy);
        return false;
    }
}
