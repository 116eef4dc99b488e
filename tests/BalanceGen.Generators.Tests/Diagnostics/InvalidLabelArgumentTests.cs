using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class InvalidLabelArgumentTests
{
    [Fact]
    public Task Arguments_that_contradict_the_label_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidLabelArgument,
            """
            using BalanceGen;
            [BalancedDataset] public partial record A([ClassLabel("a", {|BALG0011:Tolerance = 0.5|})] float[] Label);
            [BalancedDataset] public partial record B([ClassLabel("a", {|BALG0011:Tolerance = double.NaN|})] float[] Label);
            [BalancedDataset] public partial record C([ClassLabel({|BALG0011:Values = new long[] { 1, 256 }|})] byte Label);
            [BalancedDataset] public partial record D([ClassLabel({|BALG0011:Values = new long[] { 3, 4, 3 }|})] int Label);
            [BalancedDataset] public partial record E([ClassLabel({|BALG0011:Values = new long[0]|})] int Label);
            [BalancedDataset] public partial record F([ClassLabel("a", {|BALG0011:Values = new long[] { 3, 4 }|})] int Label);
            [BalancedDataset] public partial record G([ClassLabel("a", {|BALG0011:MissingClass = "b"|})] string? Label);
            [BalancedDataset] public partial record H([ClassLabel("a", {|BALG0011:Missing = MissingLabelPolicy.Ignore|}, MissingClass = "a")] string? Label);
            """,
            "'Tolerance' of the label 'Label' is not valid: an element could be hot and cold at once; give a tolerance of at least 0 and less than 0.5",
            "'Tolerance' of the label 'Label' is not valid: an element could be hot and cold at once; give a tolerance of at least 0 and less than 0.5",
            "'Values' of the label 'Label' is not valid: 'byte' has no value 256; remove it",
            "'Values' of the label 'Label' is not valid: 3 is listed twice; remove one of them",
            "'Values' of the label 'Label' is not valid: it is empty; list the labels in the order of their class indices",
            "'Values' of the label 'Label' is not valid: it has 2 labels and there are 1 class names; give each label a name, or none",
            "'MissingClass' of the label 'Label' is not valid: 'b' is none of the classes; name a class, or use Missing",
            "'Missing' of the label 'Label' is not valid: MissingClass says already what a missing label means; remove one of them");

    [Fact]
    public Task Path_that_breaks_off_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidLabelArgument,
            """
            using BalanceGen;
            public class Box { public bool IsCat; private bool IsDog; public static bool IsAny; }
            public record Annotation(Box Box);
            [BalancedDataset] public partial record A([ClassLabel({|BALG0011:Path = "Boxes.IsCat"|})] Annotation Note);
            [BalancedDataset] public partial record B([ClassLabel({|BALG0011:Path = "Box.IsDog"|})] Annotation Note);
            [BalancedDataset] public partial record C([ClassLabel({|BALG0011:Path = "Box.IsAny"|})] Annotation Note);
            [BalancedDataset] public partial record D([ClassLabel({|BALG0011:Path = ""|})] Annotation Note);
            [BalancedDataset] public partial record E([ClassLabel(Path = "Box.IsCat")] Annotation Note);
            """);

    [Fact]
    public Task Enum_members_with_one_name_are_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidLabelArgument,
            """
            using System.ComponentModel;
            using BalanceGen;
            public enum Breed { [Description("Birman")] A, Birman }
            [BalancedDataset] public partial record Row([ClassLabel({|BALG0011:NamesFrom = EnumClassNames.Description|})] Breed Label);
            """,
            "'NamesFrom' of the label 'Label' is not valid: two members of the enum have the name 'Birman'; give them different names");

    [Theory]
    [InlineData("Boxes.IsCat", "Annotation", "Boxes")]
    [InlineData("Box.IsDog", "Box", "IsDog")]
    [InlineData("Box.Inner.IsHidden", "Inner", "IsHidden")]
    [InlineData("Box.Size.No", "int", "No")]
    [InlineData("Box.IsCat.", "bool", "")]
    [InlineData("", "Annotation", "")]
    public Task Message_names_the_step_at_which_a_path_breaks_off(string path, string owner, string step) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidLabelArgument,
            $$"""
            using BalanceGen;
            public class Inner { public bool IsHidden { private get; set; } }
            public class Box { public bool IsCat; private bool IsDog; public Inner Inner = new(); public int? Size; }
            public record Annotation(Box Box);
            [BalancedDataset] public partial record Row([ClassLabel({|BALG0011:Path = "{{path}}"|})] Annotation Note);
            """,
            $"'Path' of the label 'Note' is not valid: '{owner}' has no property or field '{step}' that can be read here; write the names of the members after each other, with dots between them");

    [Fact]
    public Task A_path_reads_what_the_row_can_read() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidLabelArgument,
            """
            using BalanceGen;
            public class Base { internal bool IsCat; }
            public class Box : Base { protected internal bool IsDog { get; set; } }
            [BalancedDataset] public partial record A([ClassLabel(Path = "IsCat")] Box Box);
            [BalancedDataset] public partial record B([ClassLabel(Path = "IsDog")] Box Box);
            [BalancedDataset] public partial record C([ClassLabel(Path = "_own._isSet")] C.Own Own)
            {
                private Own _own = null!;
            }
            public partial record C { public class Own { internal Own _own = null!; internal bool _isSet; } }
            """);

    [Theory]
    [InlineData("\"a\", Encoding = LabelEncoding.Set, {|BALG0011:MissingClass = \"a\"|}", "string[]?", "'MissingClass' of the label 'Label' is not valid: a row without labels belongs to no class; use Missing to say what null means")]
    [InlineData("\"a\", {|BALG0011:Tolerance = -0.1|}", "float[]", "'Tolerance' of the label 'Label' is not valid: an element could be hot and cold at once; give a tolerance of at least 0 and less than 0.5")]
    [InlineData("{|BALG0011:Values = new long[] { -1 }|}", "byte", "'Values' of the label 'Label' is not valid: 'byte' has no value -1; remove it")]
    [InlineData("\"a\", {|BALG0011:MissingClass = null|}", "string?", "'MissingClass' of the label 'Label' is not valid: '' is none of the classes; name a class, or use Missing")]
    public Task Message_says_what_contradicts_the_label(string arguments, string type, string message) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidLabelArgument,
            $$"""
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel({{arguments}})] {{type}} Label);
            """,
            message);

    [Theory]
    [InlineData("\"a\", Tolerance = 0", "float[]")]
    [InlineData("\"a\", Tolerance = 0.49", "double[]")]
    [InlineData("Values = new long[] { 0, 255 }", "byte")]
    [InlineData("\"a\", \"b\", Values = new long[] { 7, 9 }", "int")]
    public Task Arguments_at_the_edge_are_fine(string arguments, string type) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.InvalidLabelArgument,
            $$"""
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel({{arguments}})] {{type}} Label);
            """);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.InvalidLabelArgument,
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel("a", {|BALG0011:Tolerance = 1|})] float[] Label);
            """);
}
