using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class UnsupportedLabelTypeTests
{
    [Fact]
    public Task Integer_without_a_range_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedLabelType,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel] {|BALG0006:int|} Label);
            """,
            "The classes of the label 'Label' of type 'int' are not known because Min and Max are not given; declare the smallest and the largest label: [ClassLabel(Min = 0, Max = 9)], or name the file that lists them with ClassCounts on [BalancedDataset]");

    [Fact]
    public Task Integer_without_Min_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedLabelType,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel(Max = 9)] {|BALG0006:byte|} Label);
            """,
            "The classes of the label 'Label' of type 'byte' are not known because Min is not given; declare the smallest and the largest label: [ClassLabel(Min = 0, Max = 9)]");

    [Fact]
    public Task Integer_without_Max_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedLabelType,
            """
            using BalanceGen;
            [BalancedDataset] public partial class Row { [ClassLabel(Min = 1)] public {|BALG0006:long|} Label; }
            """,
            "The classes of the label 'Label' of type 'long' are not known because Max is not given; declare the smallest and the largest label: [ClassLabel(Min = 0, Max = 9)]");

    [Fact]
    public Task String_without_classes_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedLabelType,
            """
            using BalanceGen;
            [BalancedDataset] public partial class Row { [ClassLabel] public {|BALG0006:string|} Label { get; set; } = ""; }
            """,
            "The classes of the label 'Label' of type 'string' are not known because no classes are declared; list them in the order of their class indices: [ClassLabel(\"ham\", \"spam\")], or name the file that lists them with ClassCounts on [BalancedDataset]");

    [Fact]
    public Task Null_class_list_is_no_class_list() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedLabelType,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel(null!)] {|BALG0006:string|} Label);
            """);

    [Fact]
    public Task Nullable_value_type_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedLabelType,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel] {|BALG0006:bool?|} Label);
            """,
            "The classes of the label 'Label' of type 'bool?' are not known because null is no class; make the label non-nullable, or say what null means with Missing or MissingClass");

    [Fact]
    public Task Nullable_label_with_a_policy_is_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedLabelType,
            """
            using BalanceGen;
            [BalancedDataset] public partial record A([ClassLabel(Missing = MissingLabelPolicy.Ignore)] bool? Label);
            [BalancedDataset] public partial record B([ClassLabel("ham", MissingClass = "ham")] string? Label);
            """);

    [Fact]
    public Task Nullable_string_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedLabelType,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel("ham", "spam")] {|BALG0006:string?|} Label);
            """);

    [Fact]
    public Task Other_types_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedLabelType,
            """
            using BalanceGen;
            [BalancedDataset] public partial record A([ClassLabel] {|BALG0006:double|} Label);
            [BalancedDataset] public partial record B([ClassLabel] {|BALG0006:object|} Label);
            [BalancedDataset] public partial record C([ClassLabel] {|BALG0006:char|} Label);
            [BalancedDataset] public partial record D<T>([ClassLabel] {|BALG0006:T|} Label);
            [BalancedDataset] public partial record E([ClassLabel] {|BALG0006:bool[]|} Label);
            [BalancedDataset] public partial record F([ClassLabel("a", "b")] {|BALG0006:byte[]|} Label);
            [BalancedDataset] public partial record G([ClassLabel("a", Encoding = LabelEncoding.Utf8)] {|BALG0006:string|} Label);
            [BalancedDataset] public partial record H([ClassLabel("a", Encoding = LabelEncoding.OneHot)] {|BALG0006:decimal[]|} Label);
            """);

    [Fact]
    public Task Enum_without_members_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedLabelType,
            """
            using BalanceGen;
            public enum Empty;
            [BalancedDataset] public partial record Row([ClassLabel] {|BALG0006:Empty|} Label);
            """,
            "The classes of the label 'Label' of type 'Empty' are not known because the enum has no members; declare a member for each class");

    [Fact]
    public Task File_local_enum_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedLabelType,
            """
            using BalanceGen;
            file enum Breed { A }
            [BalancedDataset] file partial class Row { [ClassLabel] private {|BALG0006:Breed|} Label { get; set; } }
            """);

    [Fact]
    public Task Type_that_does_not_exist_is_left_to_the_compiler() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedLabelType,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel] Missing Label);
            """);

    [Fact]
    public Task Complete_declarations_are_fine() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedLabelType,
            """
            using BalanceGen;
            #nullable disable
            [BalancedDataset] public partial record A([ClassLabel("ham")] string Label);
            [BalancedDataset] public partial record B([ClassLabel(Min = 0, Max = 0)] ulong Label);
            public enum One { Only }
            [BalancedDataset] public partial record C([ClassLabel] One Label);
            """);

    [Theory]
    [InlineData("[ClassLabel] {|BALG0006:double|} Label", "double", "only an enum, 'bool', an integer type, 'char', 'decimal', text or a vector with one element per class can be a label; map the label to one of them")]
    [InlineData("[ClassLabel(\"a\")] {|BALG0006:int[]|} Label", "int[]", "its numbers may be the elements of a vector, identifiers or bytes of text; say which with Encoding")]
    [InlineData("[ClassLabel(\"a\", Encoding = LabelEncoding.Utf8)] {|BALG0006:string|} Label", "string", "UTF-8 is a sequence of bytes; change the type or Encoding")]
    [InlineData("[ClassLabel(\"a\", Encoding = LabelEncoding.OneHot)] {|BALG0006:decimal[]|} Label", "decimal[]", "a vector has one element of a built-in number type, or 'bool', for each class; change the type or Encoding")]
    [InlineData("[ClassLabel(\"a\", Encoding = LabelEncoding.Scores)] {|BALG0006:bool[]|} Label", "bool[]", "a vector has one element of a built-in number type, or 'bool', for each class; change the type or Encoding")]
    [InlineData("[ClassLabel(\"a\", Encoding = LabelEncoding.MultiHot)] {|BALG0006:string|} Label", "string", "several classes are held by a vector with one element per class, a collection of labels, or an enum of flags; change the type or Encoding")]
    [InlineData("[ClassLabel(\"a\", Encoding = LabelEncoding.Set)] {|BALG0006:System.Collections.Generic.IEnumerable<string>|} Label", "IEnumerable<string>", "reading it would allocate for every row; use an array, a memory, a span, an 'ImmutableArray', a 'List' or a 'HashSet'")]
    [InlineData("[ClassLabel(\"a\", Encoding = LabelEncoding.Set)] {|BALG0006:System.Collections.Generic.SortedSet<string>|} Label", "SortedSet<string>", "reading it would allocate for every row; use an array, a memory, a span, an 'ImmutableArray', a 'List' or a 'HashSet'")]
    [InlineData("[ClassLabel(\"a\", Encoding = LabelEncoding.Set)] {|BALG0006:string|} Label", "string", "several classes are held by a vector with one element per class, a collection of labels, or an enum of flags; change the type or Encoding")]
    [InlineData("[ClassLabel(\"a\", \"b\", Encoding = LabelEncoding.Set)] {|BALG0006:Two|} Label", "Two", "an inline array holds as many labels in every row; use a collection, or LabelEncoding.MultiHot for one element per class")]
    [InlineData("[ClassLabel(\"a\", \"b\", Path = \"Tags\", Encoding = LabelEncoding.Set)] {|BALG0006:Note|} Label", "ImmutableArray<string>", "it reads as one without a class where something before it is null; set Missing to MissingLabelPolicy.Ignore, or use an array")]
    [InlineData("[ClassLabel(\"a\", \"b\", Path = \"Two\", Encoding = LabelEncoding.MultiHot)] {|BALG0006:Note|} Label", "Two", "it reads as one without a class where something before it is null; set Missing to MissingLabelPolicy.Ignore, or use an array")]
    [InlineData("[ClassLabel] {|BALG0006:char|} Label", "char", "no classes are declared; list them as characters: [ClassLabel(\"A\", \"B\")]")]
    [InlineData("[ClassLabel] {|BALG0006:decimal|} Label", "decimal", "no classes are declared; list them as numbers: [ClassLabel(\"1.10\", \"2.5\")]")]
    [InlineData("[ClassLabel] {|BALG0006:float[]|} Label", "float[]", "no classes are declared; list them in the order of the elements: [ClassLabel(\"cat\", \"dog\")]")]
    [InlineData("[ClassLabel(Comparison = LabelComparison.Trim)] {|BALG0006:string|} Label", "string", "no classes are declared; list them in the order of their class indices: [ClassLabel(\"ham\", \"spam\")], or name the file that lists them with ClassCounts on [BalancedDataset]")]
    [InlineData("[ClassLabel(\"a\", Encoding = LabelEncoding.Set)] {|BALG0006:string?[]|} Label", "string?", "null is no class; make the label non-nullable, or say what null means with Missing or MissingClass")]
    [InlineData("[ClassLabel(\"a\", Encoding = LabelEncoding.Set)] {|BALG0006:float[][]|} Label", "float[][]", "a label within a collection is a collection itself; use a collection of plain labels")]
    [InlineData("[ClassLabel(\"a\", Encoding = LabelEncoding.Set)] {|BALG0006:char[][]|} Label", "char[][]", "a label within a collection is a collection itself; use a collection of plain labels")]
    public Task Message_says_why_the_classes_are_not_known_and_the_remedy(string label, string type, string problem) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedLabelType,
            $$"""
            using BalanceGen;
            [System.Runtime.CompilerServices.InlineArray(2)] public struct Two { private float _first; }
            public record Note(Two Two, System.Collections.Immutable.ImmutableArray<string> Tags);
            [BalancedDataset] public partial record Row({{label}});
            """,
            $"The classes of the label 'Label' of type '{type}' are not known because {problem}");

    [Fact]
    public Task Message_about_a_file_local_enum_names_the_remedy() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnsupportedLabelType,
            """
            using BalanceGen;
            file enum Breed { A }
            [BalancedDataset] file partial class Row { [ClassLabel] private {|BALG0006:Breed|} Label { get; set; } }
            """,
            "The classes of the label 'Label' of type 'Breed' are not known because the generated file cannot name a file-local enum; remove 'file'");

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.UnsupportedLabelType,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel] {|BALG0006:int|} Label);
            """);
}
