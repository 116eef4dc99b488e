using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>Maps the declared labels to the classes that remain after [IgnoredClass] and [MergedClass].</summary>
internal sealed class ClassMap
{
    private ClassMap(IReadOnlyList<int> classOfLabel, IReadOnlyList<string> names, bool isChanged)
    {
        ClassOfLabel = classOfLabel;
        Names = names;
        IsChanged = isChanged;
    }

    /// <summary>The class index of each declared label, or −2 if the label is ignored.</summary>
    public IReadOnlyList<int> ClassOfLabel { get; }

    /// <summary>The names of the classes that remain.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether any label is ignored or merged.</summary>
    public bool IsChanged { get; }

    /// <summary>The map. Null if the declarations contradict each other, which is then noted.</summary>
    public static ClassMap? Of(
        INamedTypeSymbol target,
        LabelMember member,
        LabelKind kind,
        LabelModel label,
        ICollection<Violation> violations,
        CancellationToken token)
    {
        var builder = new Builder(target, member, kind, label, violations, token);
        bool isValid = Annotations.IgnoredClasses(target).All(builder.Ignore);
        isValid = isValid && Annotations.MergedClasses(target).All(builder.Merge);
        return isValid ? builder.ToMap() : null;
    }

    /// <summary>Collects the declarations one by one.</summary>
    private sealed class Builder
    {
        private readonly INamedTypeSymbol _target;
        private readonly LabelMember _member;
        private readonly LabelKind _kind;
        private readonly LabelModel _label;
        private readonly ICollection<Violation> _violations;
        private readonly CancellationToken _token;
        private readonly bool[] _isIgnored;
        private readonly string?[] _mergedInto;
        private AttributeData? _last;

        public Builder(
            INamedTypeSymbol target,
            LabelMember member,
            LabelKind kind,
            LabelModel label,
            ICollection<Violation> violations,
            CancellationToken token)
        {
            (_target, _member, _kind, _label, _violations, _token) = (target, member, kind, label, violations, token);
            _isIgnored = new bool[label.ClassCount];
            _mergedInto = new string?[label.ClassCount];
        }

        public bool Ignore(AttributeData attribute)
        {
            _last = attribute;
            return attribute.ConstructorArguments.Length != 1
                || (TryFind(attribute.ConstructorArguments[0], out int index) && (_isIgnored[index] = true));
        }

        public bool Merge(AttributeData attribute)
        {
            _last = attribute;
            if (attribute.ConstructorArguments.Length != 2 || attribute.ConstructorArguments[1].Kind != TypedConstantKind.Array)
            {
                return true; // does not compile
            }

            string? name = attribute.ConstructorArguments[0].Value as string;
            if (string.IsNullOrEmpty(name))
            {
                return Refuse("the merged class has no name", "give it one");
            }

            TypedConstant labels = attribute.ConstructorArguments[1];
            if (labels.IsNull || labels.Values.Length < 2)
            {
                return Refuse($"the merged class '{name}' has fewer than two labels", "list the labels after the name");
            }

            foreach (TypedConstant label in labels.Values)
            {
                if (!TryFind(label, out int index))
                {
                    return false;
                }

                if (_isIgnored[index])
                {
                    return Refuse($"'{_label.ClassName(index)}' is ignored and merged", "declare one of them");
                }

                if (_mergedInto[index] is not null)
                {
                    return Refuse($"'{_label.ClassName(index)}' is merged twice", "remove one of them");
                }

                _mergedInto[index] = name;
            }

            return true;
        }

        public ClassMap? ToMap()
        {
            var classOfLabel = new int[_label.ClassCount];
            var names = new List<string>();
            var taken = new HashSet<string>();
            var merged = new Dictionary<string, int>();
            for (int index = 0; index < classOfLabel.Length; index++)
            {
                string name = _mergedInto[index] ?? _label.ClassName(index);
                if (_isIgnored[index])
                {
                    classOfLabel[index] = RuledLabelModel.Ignored;
                    continue;
                }

                if (_mergedInto[index] is not null && merged.TryGetValue(name, out int before))
                {
                    classOfLabel[index] = before;
                    continue;
                }

                if (!taken.Add(name))
                {
                    Refuse($"there is another class '{name}'", "give the merged class another name, or merge that label too");
                    return null;
                }

                classOfLabel[index] = names.Count;
                if (_mergedInto[index] is not null)
                {
                    merged.Add(name, names.Count);
                }

                names.Add(name);
            }

            if (names.Count == 0)
            {
                Refuse("every class is ignored", "keep one or more");
                return null;
            }

            return new ClassMap(classOfLabel, names, _last is not null);
        }

        /// <summary>The declared label that a constant means: a value of the label's type, or a class name.</summary>
        private bool TryFind(TypedConstant constant, out int index)
        {
            index = constant.Kind == TypedConstantKind.Array ? -1 : _kind.IndexOf(constant, _member.ValueType, _label);
            if (index < 0 && constant is { Kind: not TypedConstantKind.Array, Value: string name })
            {
                index = LabelPositions.Of(_label).OfName(name);
            }

            return index >= 0 || Refuse($"{constant.ToCSharpString()} is no label", $"declare one of: {_label.ClassNames(limit: 12)}");
        }

        private bool Refuse(string problem, string remedy)
        {
            Location location = _last?.ApplicationSyntaxReference?.GetSyntax(_token).GetLocation() ?? Location.None;
            _violations.Add(new Violation(Descriptors.InvalidClassRule, location, TypeNames.Short(_target), problem, remedy));
            return false;
        }
    }
}
