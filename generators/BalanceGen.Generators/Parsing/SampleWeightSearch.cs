namespace BalanceGen.Generators.Parsing;

/// <summary>Finds the member of a target that holds the row's own weight.</summary>
internal static class SampleWeightSearch
{
    private static readonly RowMemberSearch Search = new(Mark.Weight, Descriptors.InvalidSampleWeight, "weight", Problem);

    /// <summary>The weight. Null if there is none, or if it cannot be used, which is then noted.</summary>
    public static ISymbol? Find(INamedTypeSymbol target, MarkedMembers marked, Findings findings) =>
        Search.Find(target, marked, findings);

    private static (string? Reason, string Remedy) Problem(ITypeSymbol type) => IsNumber(type)
        ? (null, "")
        : ($"'{TypeNames.Short(type)}' is no number type", "use 'double', 'float', 'decimal', Half or an integer type");

    private static bool IsNumber(ITypeSymbol type) =>
        IntegerTypes.RangeOf(type.SpecialType) is not null
        || type.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal
        || TypeNames.IsHalf(type);
}
