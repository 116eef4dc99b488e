using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class UnknownLabelInCountFileTests
{
    [Fact]
    public Task Label_that_is_no_class_is_reported_with_the_nearest_one() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnknownLabelInCountFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0107:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "label,count\nSiamese,160\nBirmann,10\nBurmese,3"),
            "The label 'Birmann' in 'cats.classcounts.csv', line 3, is none of the classes of 'Cat', so none of the file's counts are used; write 'Birman', the nearest class, or add the class");

    [Fact]
    public Task Label_that_is_like_no_class_is_reported() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnknownLabelInCountFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0107:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Hernia,160"),
            "The label 'Hernia' in 'cats.classcounts.csv', line 1, is none of the classes of 'Cat', so none of the file's counts are used; add the class, or remove the line");

    [Fact]
    public Task Names_and_numbers_of_an_enum_are_classes() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnknownLabelInCountFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = "cats.classcounts.csv")] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,160\n1,10\n2,3"));

    [Fact]
    public Task Booleans_and_ranges_are_read_as_other_tools_write_them() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnknownLabelInCountFile,
            """
            using BalanceGen;
            [BalancedDataset(ClassCounts = "a.classcounts.csv")] public partial record struct A([ClassLabel] bool Label);
            [BalancedDataset(ClassCounts = "b.classcounts.csv")] public partial record struct B([ClassLabel(Min = -1, Max = 1)] int Label);
            """,
            new ProjectFiles().With("/a.classcounts.csv", "True,1\nFalse,2").With("/b.classcounts.csv", "-1,5\n1,6"));

    [Fact]
    public Task Label_that_the_record_ignores_may_be_in_the_file() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnknownLabelInCountFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Unknown }
            [BalancedDataset(ClassCounts = "cats.classcounts.csv"), IgnoredClass(Breed.Unknown)] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Siamese,160\nBirman,10\nUnknown,7"));

    private const string Counted = """
        using BalanceGen;
        public enum Breed { Siamese, Birman, Burmese }
        [{|BALG0107:BalancedDataset|}] public partial record struct Cat([ClassLabel] Breed Breed);
        """;

    [Theory]
    [InlineData(12, " (the first of 12 rows)")]
    [InlineData(1, "")]
    public Task Label_of_a_training_file_is_reported_with_its_own_file_and_row(int rows, string more) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnknownLabelInCountFile,
            Counted,
            CountedFiles($"label,count\nBirmann,{rows}\nSiamese,2\n", "label,Birmann,/data/train.csv,5\nlabel,Siamese,/data/train.csv,2\n"),
            $"The label 'Birmann' in 'train.csv', line 5{more}, is none of the classes of 'Cat', so none of the file's counts are used; write 'Birman', the nearest class, or add the class");

    [Fact]
    public Task Many_labels_are_one_report_with_their_number_and_the_first() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnknownLabelInCountFile,
            Counted,
            CountedFiles(
                "label,count\nBirmann,1\n" + string.Concat(Enumerable.Range(100, 499).Select(row => $"{row}.jpg,1\n")),
                "label,Birmann,/data/train.csv,7\n"),
            "500 of the 500 labels in 'train.csv', line 7, ('Birmann', '100.jpg', '101.jpg', '102.jpg', '103.jpg', '104.jpg', '105.jpg', '106.jpg', '107.jpg', '108.jpg' and 490 more) are none of the classes of 'Cat', so none of the file's counts are used; write 'Birman' for 'Birmann', the nearest classes, add the classes, or declare how labels are compared with Comparison on [ClassLabel]");

    [Theory]
    [InlineData('|')]
    [InlineData(';')]
    [InlineData(' ')]
    public Task Labels_that_are_several_classes_are_told_so_once(char separator) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnknownLabelInCountFile,
            Counted,
            CountedFiles(
                $"label,count\n\"Birman{separator}Burmese\",3\n\"Siamese{separator}Birman\",1\n\"Siamese{separator} Birman{separator}Burmese\",1\n",
                $"label,\"Birman{separator}Burmese\",/data/train.csv,3\n"),
            $"3 labels in 'train.csv', line 3 (the first of 3 rows), look like several classes each, such as 'Birman{separator}Burmese', and are none of the classes of 'Cat', so none of the file's counts are used; declare a label that holds several classes ([ClassLabel(Encoding = LabelEncoding.Set)] on a [Flags] enum or a list), and set LabelSeparator to '{separator}' on LabeledData");

    [Fact]
    public Task File_of_a_person_with_several_classes_a_line_is_told_what_to_write() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.UnknownLabelInCountFile,
            """
            using BalanceGen;
            [System.Flags] public enum Mood { None = 0, Joy = 1, Anger = 2 }
            [BalancedDataset(ClassCounts = {|BALG0107:"notes.classcounts.csv"|})] public partial record Note([ClassLabel(Encoding = LabelEncoding.Set)] Mood Mood);
            """,
            new ProjectFiles().With("/project/notes.classcounts.csv", "Joy,5\nJoy/Anger,3\nAnger/Joy,1\n"),
            "2 labels in 'notes.classcounts.csv', line 2, look like several classes each, such as 'Joy/Anger', and are none of the classes of 'Note', so none of the file's counts are used; write a line for each single class with the number of rows that have it");

    private static ProjectFiles CountedFiles(string counts, string places) => new ProjectFiles()
        .With("/obj/Cat.classcounts.csv", counts, dataset: "Cat")
        .WithPlaces("/obj/Cat.classcounts.places", places, "Cat");

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.UnknownLabelInCountFile,
            """
            using BalanceGen;
            public enum Breed { Siamese, Birman, Burmese }
            [BalancedDataset(ClassCounts = {|BALG0107:"cats.classcounts.csv"|})] public partial record struct Cat([ClassLabel] Breed Breed);
            """,
            new ProjectFiles().With("/project/cats.classcounts.csv", "Hernia,160"));
}
