using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators.Tests.Fuzzing;

/// <summary>Pieces of C# by the kind of place they fit in: from the seeds, and some that are known to be awkward.</summary>
internal sealed class Donors
{
    private static readonly Dictionary<string, string[]> Awkward = new()
    {
        ["type"] =
        [
            "dynamic", "object?", "int*", "nint", "System.Int128", "System.Half", "System.DateTime", "System.Span<int>", "(int, bool)", "string?[]", "int[,]",
            "System.Collections.Generic.List<>", "System.Collections.Generic.IEnumerable<string>", "System.Enum", "Missing", "T", "U", "bool?", "float[]", "byte",
            "System.ReadOnlyMemory<char>", "System.ReadOnlySpan<byte>", "System.Collections.Generic.HashSet<string>", "System.ArgIterator", "ref int", "ref readonly bool",
            "System.StringComparison", "System.AttributeTargets", "System.Collections.Immutable.ImmutableArray<bool>?", "System.Memory<float>?", "global::System.Uri",
            "System.Nullable<System.DayOfWeek>", "System.Collections.Generic.KeyValuePair<string, int>", "void", "delegate*<int>", "var",
        ],
        ["expression"] =
        [
            "null", "\"\"", "\"\\u2028\"", "\"</summary>\"", "long.MaxValue", "long.MinValue", "-1", "0", "1 / 0", "default", "double.NaN", "0.5", "-0.0", "nameof(Missing)",
            "(LabelEncoding)99", "(MultiHotPolicy)7", "(MissingLabelPolicy)(-1)", "(LabelComparison)3", "(ZeroCountRule)9", "(EnumClassNames)5", "typeof(int)", "new long[0]",
            "new long[] { 1, 1 }", "new string[] { null }", "\"A\"", "\" \"", "'\\0'", "\"\\ud800\"", "true", "\"a.b\"", "\"..\"", "Breed.Siamese", "LabelEncoding.Set", "LabelEncoding.OneHot",
            "LabelEncoding.Utf8", "LabelEncoding.MultiHot", "LabelEncoding.Scores", "MissingLabelPolicy.Ignore", "MultiHotPolicy.First", "float.Epsilon", "1e-320",
        ],
        ["name"] =
        [
            "Classes", "Indexer", "Weigher", "Grouper", "KnownCounts", "Find", "FindAll", "FindLabel", "Lookup", "Set", "Count", "ClassOfLabel", "Text", "IndexOf", "label", "row", "labels", "value",
            "BalanceGen", "System", "global", "@class", "@new", "partial", "record", "field", "Equals", "ToString", "GetHashCode", "EqualityContract", "PrintMembers", "T", "U", "_", "é", "required", "file",
            "TryIndexOf", "CountRows", "Index", "WeightRows", "GroupRows", "ClassesOf", "DescribeLabel", "Label", "Row", "Int32", "String", "ReadOnlySpan", "extension", "scoped",
        ],
        ["modifier"] =
        [
            "public", "private", "protected", "internal", "file", "partial", "static", "abstract", "sealed", "readonly", "ref", "unsafe", "new", "virtual", "override", "required", "const",
            "volatile", "extern", "async", "in", "out", "params", "this", "scoped", "private protected", "protected internal",
        ],
        ["attribute"] =
        [
            "BalancedDataset", "BalancedDataset<string>", "BalancedDataset<int[]>", "ClassLabel", "ClassLabel(\"a\", \"b\")", "property: ClassLabel", "field: ClassLabel", "return: ClassLabel", "SampleWeight",
            "field: SampleWeight", "Group", "property: Group", "ClassColumns", "ClassColumns(\"A\", \"B\")", "IgnoredClass(null)", "IgnoredClass(\"a\")", "MergedClass(\"m\", \"a\", \"b\")", "MergedClass(\"m\", null)", "ClassCount(null, 1)",
            "System.Obsolete", "System.Obsolete(\"\", true)", "System.Flags", "System.Runtime.CompilerServices.InlineArray(3)", "System.Diagnostics.CodeAnalysis.Experimental(\"X1\")",
            "System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(\"\")", "System.Runtime.CompilerServices.CompilerGenerated", "BalancedDataset(ClassCounts = \"any.classcounts.csv\")",
        ],
        ["typeParameter"] = ["out T", "in T", "Indexer", "Classes", "Weigher", "Grouper", "KnownCounts", "Count", "@class", "T1"],
        ["constraint"] = ["where T : struct", "where T : class?", "where T : notnull", "where T : unmanaged", "where T : System.Enum", "where T : allows ref struct", "where T : T"],
    };

    private readonly Dictionary<string, string[]> _pieces;

    public Donors(IEnumerable<string> sources)
    {
        ILookup<string, string> found = sources
            .SelectMany(source => CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions).GetRoot().DescendantNodesAndTokens())
            .Select(piece => (Place: PlaceOf(piece), Text: piece.ToString()))
            .Where(piece => piece.Place is not null && piece.Text.Length is > 0 and < 600)
            .Distinct()
            .ToLookup(piece => piece.Place!, piece => piece.Text);
        _pieces = found.Select(group => group.Key).Union(Awkward.Keys).ToDictionary(
            place => place, place => found[place].Union(Awkward.GetValueOrDefault(place, [])).Order(StringComparer.Ordinal).ToArray());
    }

    /// <summary>A piece that fits; half of the time an awkward one, where there are some.</summary>
    public string Choose(string place, Random random)
    {
        string[] pieces = random.Next(2) == 0 && Awkward.TryGetValue(place, out string[]? awkward) ? awkward : _pieces.GetValueOrDefault(place, [""]);
        return pieces[random.Next(pieces.Length)];
    }

    /// <summary>What may stand in the place of the node or token, or null if it is not exchanged.</summary>
    public static string? PlaceOf(SyntaxNodeOrToken piece) => piece.AsNode() switch
    {
        AttributeSyntax => "attribute",
        AttributeListSyntax => "attributeList",
        AttributeArgumentSyntax => "attributeArgument",
        TypeSyntax => "type",
        ExpressionSyntax => "expression",
        ParameterSyntax => "parameter",
        ParameterListSyntax => "parameterList",
        TypeParameterSyntax => "typeParameter",
        TypeParameterConstraintClauseSyntax => "constraint",
        BaseListSyntax => "baseList",
        BaseTypeSyntax => "baseType",
        EnumMemberDeclarationSyntax => "enumMember",
        BaseTypeDeclarationSyntax => "typeDeclaration",
        MemberDeclarationSyntax => "member",
        StatementSyntax => "statement",
        AccessorListSyntax => "accessors",
        null when SyntaxFacts.IsKeywordKind(piece.Kind()) && piece.Parent is MemberDeclarationSyntax or ParameterSyntax or LocalFunctionStatementSyntax => "modifier",
        null when piece.IsKind(SyntaxKind.IdentifierToken) => "name",
        null => "token",
        _ => null,
    };
}
