using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators.Parsing.Counts;

/// <summary>What [BalancedDataset] says about counts.</summary>
internal sealed class DatasetAnnotation(INamedTypeSymbol target)
{
    private const string FileArgument = "ClassCounts";

    private readonly AttributeData? _attribute = Annotations.BalancedDataset(target);

    /// <summary>The class-count file that is named, or null.</summary>
    public string? FileName => Argument(FileArgument) as string;

    /// <summary>The declared policy for classes without rows. Null if none is declared, or if the value is not a policy.</summary>
    public ZeroCountsModel? ZeroCounts => Argument("ZeroCounts") switch
    {
        0 => ZeroCountsModel.Throw,
        1 => ZeroCountsModel.ZeroWeight,
        2 when (Argument("Smoothing") as double? ?? 1) is >= 1e-9 and <= 1e18 and var alpha => ZeroCountsModel.Smooth(alpha),
        _ => null,
    };

    /// <summary>Where the file is named, or else the attribute.</summary>
    public Location Location(CancellationToken token)
    {
        var syntax = _attribute?.ApplicationSyntaxReference?.GetSyntax(token) as AttributeSyntax;
        AttributeArgumentSyntax? file = syntax?.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == FileArgument);
        return (file?.Expression ?? (SyntaxNode?)syntax)?.GetLocation() ?? Microsoft.CodeAnalysis.Location.None;
    }

    public CountSources Sources(DeclaredCounts declared) =>
        new(FullName(target), FileName, new EquatableArray<long>(declared.Complete() ?? []), declared.Items.Count > 0);

    /// <summary>The sources of counts, if the classes are not known yet. Then it is not known either which class a [ClassCount] names.</summary>
    public CountSources SourcesOfFile() =>
        new(FullName(target), FileName, default, Annotations.ClassCounts(target).Any()) { Written = FileLabelParser.Counts(target) };

    private object? Argument(string name) => Annotations.Argument(_attribute, name);

    /// <summary>Namespace, containing types and name, as a LabeledData item names the record.</summary>
    public static string FullName(INamedTypeSymbol type) =>
        TypeNames.NamespaceOf(type).Qualify(string.Join(".", TypeNames.Chain(type).Select(part => part.Name)));
}
