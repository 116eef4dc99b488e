namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>Why a member is no label of any kind.</summary>
internal static class UnsupportedLabel
{
    public static string Reason(LabelMember member) => (VectorType.Of(member), member.Encoding) switch
    {
        ({ IsInlineArray: true }, LabelEncoding.Set) => "an inline array holds as many labels in every row",
        (null, LabelEncoding.Set) when IsCollection(member.Type) => "reading it would allocate for every row",
        (not null, LabelEncoding.ByType) => "its numbers may be the elements of a vector, identifiers or bytes of text",
        (_, LabelEncoding.Utf8) => "UTF-8 is a sequence of bytes",
        (_, LabelEncoding.OneHot or LabelEncoding.Scores) => "a vector has one element of a built-in number type, or 'bool', for each class",
        (_, LabelEncoding.MultiHot or LabelEncoding.Set) => "several classes are held by a vector with one element per class, a collection of labels, or an enum of flags",
        _ => "only an enum, 'bool', an integer type, 'char', 'decimal', text or a vector with one element per class can be a label",
    };

    public static string Remedy(LabelMember member) => (VectorType.Of(member), member.Encoding) switch
    {
        ({ IsInlineArray: true }, LabelEncoding.Set) => "use a collection, or LabelEncoding.MultiHot for one element per class",
        (null, LabelEncoding.Set) when IsCollection(member.Type) => "use an array, a memory, a span, an 'ImmutableArray', a 'List' or a 'HashSet'",
        (not null, LabelEncoding.ByType) => "say which with Encoding",
        (_, LabelEncoding.ByType) => "map the label to one of them",
        _ => "change the type or Encoding",
    };

    private static bool IsCollection(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_String && (IsEnumerable(type) || type.AllInterfaces.Any(IsEnumerable));

    private static bool IsEnumerable(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T;
}
