using BalanceGen.Generators.Diagnostics.Analyzers;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class InvalidLabelArgumentAnalyzerTests
{
    [Fact]
    public Task Arguments_that_contradict_the_label_are_reported() =>
        AnalyzerVerifier.VerifyAsync<InvalidLabelArgumentAnalyzer>(
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
        AnalyzerVerifier.VerifyAsync<InvalidLabelArgumentAnalyzer>(
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
        AnalyzerVerifier.VerifyAsync<InvalidLabelArgumentAnalyzer>(
            """
            using System.ComponentModel;
            using BalanceGen;
            public enum Breed { [Description("Birman")] A, Birman }
            [BalancedDataset] public partial record Row([ClassLabel({|BALG0011:NamesFrom = EnumClassNames.Description|})] Breed Label);
            """,
            "'NamesFrom' of the label 'Label' is not valid: two members of the enum have the name 'Birman'; give them different names");

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync<InvalidLabelArgumentAnalyzer>(
            """
            using BalanceGen;
            [BalancedDataset] public partial record Row([ClassLabel("a", {|BALG0011:Tolerance = 1|})] float[] Label);
            """);
}
