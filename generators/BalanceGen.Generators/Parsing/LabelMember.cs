using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators.Parsing;

/// <summary>What holds a label: a property, field, positional parameter or method with [ClassLabel], or columns, and what the attribute says.</summary>
internal sealed class LabelMember
{
    private readonly AttributeData _attribute;

    public LabelMember(ISymbol symbol, AttributeData attribute)
        : this(symbol, attribute, TypeNames.OfMember(symbol)!, LabelAccess.Of(symbol))
    {
    }

    public LabelMember(ISymbol symbol, AttributeData attribute, ITypeSymbol type, string access)
    {
        Symbol = symbol;
        _attribute = attribute;
        Type = type;
        Access = access;
    }

    /// <summary>The annotated symbol. It is a parameter only if there is no property or field to read for it, and a type if its columns are the label.</summary>
    public ISymbol Symbol { get; }

    public string Name => Symbol.Name;

    /// <summary>The type of the label; for columns, that of each of them.</summary>
    public ITypeSymbol Type { get; }

    /// <summary>The type of a label that is not missing.</summary>
    public ITypeSymbol ValueType => TypeNames.WithoutNull(Type);

    /// <summary>How the label is read, as a format for the row.</summary>
    public string Access { get; }

    /// <summary>The names of the columns that together are the label, or null if the label is one member.</summary>
    public ImmutableArray<string>? Columns { get; init; }

    /// <summary>The other symbols that are read: the columns, or the steps of the path.</summary>
    public ImmutableArray<ISymbol> AlsoRead { get; init; } = [];

    /// <summary>Everything that is named where the label is read.</summary>
    public ImmutableArray<ISymbol> Named => AlsoRead.Add(Symbol).Add(Type);

    /// <summary>Whether something on the way to the label may be null, so that the label is missing.</summary>
    public bool IsBehindNull { get; init; }

    /// <summary>The declared names, with null for a constant that is null or does not compile.</summary>
    public ImmutableArray<string?> ClassNames => field.IsDefault ? field = DeclaredNames() : field;

    public long? Min => Argument("Min") as long?;

    public long? Max => Argument("Max") as long?;

    public ImmutableArray<long>? Values =>
        _attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Values").Value is { Kind: TypedConstantKind.Array, IsNull: false } values
            ? [.. values.Values.Select(value => value.Value as long? ?? 0)]
            : null;

    public LabelEncoding Encoding => PartEncoding ?? DeclaredEncoding;

    public LabelEncoding DeclaredEncoding => (LabelEncoding)(Argument("Encoding") as int? ?? 0);

    /// <summary>For one label of several, its encoding. The encoding that is declared holds for all of them together.</summary>
    public LabelEncoding? PartEncoding { get; init; }

    /// <summary>Whether only the single flags of the enum are classes.</summary>
    public bool IsFlags { get; init; }

    public LabelComparison Comparison => (LabelComparison)(Argument("Comparison") as int? ?? 0);

    public EnumClassNames NamesFrom => (EnumClassNames)(Argument("NamesFrom") as int? ?? 0);

    public double Tolerance => Argument("Tolerance") as double? ?? 0;

    public MissingLabelPolicy Missing => (MissingLabelPolicy)(Argument("Missing") as int? ?? 0);

    public string? MissingClass => Argument("MissingClass") as string;

    /// <summary>The file with the classes, or null.</summary>
    public string? ClassesFrom => Argument("ClassesFrom") as string;

    /// <summary>The order of the file's classes that is to be kept, or null.</summary>
    public string? ClassOrder => Argument("ClassOrder") as string;

    public MultiHotPolicy MultiHot => (MultiHotPolicy)(Argument("MultiHot") as int? ?? 0);

    public string? Path => Argument("Path") as string;

    /// <summary>Whether an argument is given by its name. For one label of several, arguments about all of them do not count.</summary>
    public bool Has(string argument) =>
        (PartEncoding is null || argument is not ("Missing" or "MissingClass" or "MultiHot"))
        && !_attribute.NamedArguments.IsEmpty
        && _attribute.NamedArguments.Any(named => named.Key == argument);

    /// <summary>Whether the attribute says what a missing label means.</summary>
    public bool DeclaresMissing => Has("Missing") || Has("MissingClass");

    /// <summary>One of the several labels that the member holds.</summary>
    public LabelMember Part(ITypeSymbol type, LabelEncoding encoding, bool isFlags) =>
        new(Symbol, _attribute, type, Access) { Columns = Columns, AlsoRead = AlsoRead, PartEncoding = encoding, IsFlags = isFlags };

    /// <summary>The same label of the same attribute, read in another way.</summary>
    public LabelMember With(ITypeSymbol type, string access, bool isBehindNull, ImmutableArray<ISymbol> alsoRead) =>
        new(Symbol, _attribute, type, access) { Columns = Columns, IsBehindNull = isBehindNull, AlsoRead = alsoRead };

    /// <summary>Where the attribute stands.</summary>
    public Location AttributeLocation(CancellationToken token) => Annotations.Place(_attribute, token);

    /// <summary>Where the named argument stands, or the attribute if it has none of that name.</summary>
    public Location ArgumentLocation(string name, CancellationToken token) =>
        Arguments(token).FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name) is { } found
            ? found.GetLocation()
            : AttributeLocation(token);

    /// <summary>Where one of the class names stands, or the attribute if the names are given as one array.</summary>
    public Location ClassNameLocation(int index, CancellationToken token)
    {
        AttributeArgumentSyntax[] names = [.. Arguments(token).Where(argument => argument.NameEquals is null)];
        return names.Length == ClassNames.Length ? names[index].GetLocation() : AttributeLocation(token);
    }

    /// <summary>Where the member's type is written, or its name where the syntax gives no type.</summary>
    public Location TypeLocation(CancellationToken token)
    {
        SyntaxNode? type = Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(token) switch
        {
            PropertyDeclarationSyntax property => property.Type,
            ParameterSyntax parameter => parameter.Type,
            MethodDeclarationSyntax method => method.ReturnType,
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variables } => variables.Type,
            _ => null,
        };
        return type?.GetLocation() ?? NameLocation;
    }

    public Location NameLocation => Symbol.Locations.FirstOrDefault() ?? Location.None;

    private ImmutableArray<string?> DeclaredNames() => Columns is { } columns
        ? [.. columns]
        : _attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Array, IsNull: false } names
            ? [.. names.Values.Select(name => name.Value as string)]
            : [];

    private SeparatedSyntaxList<AttributeArgumentSyntax> Arguments(CancellationToken token) =>
        (_attribute.ApplicationSyntaxReference?.GetSyntax(token) as AttributeSyntax)?.ArgumentList?.Arguments ?? default;

    private object? Argument(string name) => Annotations.Argument(_attribute, name);
}
