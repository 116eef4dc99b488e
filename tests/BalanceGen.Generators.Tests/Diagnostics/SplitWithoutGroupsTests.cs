using BalanceGen.CodeFixes;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

public sealed class SplitWithoutGroupsTests
{
    private const string Types = """
        public enum Finding { None, Tumor }
        [BalancedDataset] public partial record struct Scan(string File, string PatientId, [ClassLabel] Finding Finding);
        """;

    [Fact]
    public Task Message_names_the_split_the_member_and_the_record() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.SplitWithoutGroups,
            UsageSource.Of("static object A(Scan[] rows) => Scan.Classes.Index(rows).{|BALG0221:Split|}(0.2, 1);", Types),
            "'Split' puts rows of one 'PatientId' of 'Scan' in both subsets, so that the test measures what was learnt by heart; mark 'PatientId' with [Group]");

    [Theory]
    [InlineData("scans.{|BALG0221:KFold|}(5, 1)")]
    [InlineData("scans.{|BALG0221:Split|}(new SplitOptions { Seed = 1 }, SubsetSize.Rest, SubsetSize.Share(0.2))")]
    [InlineData("scans.{|BALG0221:KFold|}(5, new SplitOptions { Order = SplitOrder.Shuffled })")]
    [InlineData("scans.Where(scan => scan.File != \"\").{|BALG0221:Split|}(0.2, 1)")]
    public Task Every_split_by_rows_is_seen(string split) =>
        AnalyzerVerifier.VerifyAsync(Descriptors.SplitWithoutGroups, UsageSource.Of($"static object A(IndexedDataset<Scan> scans) => {split};", Types));

    [Theory]
    [InlineData("scans.Split(new SplitOptions { Groups = scans.GroupsBy(scan => scan.PatientId) }, SubsetSize.Rest, SubsetSize.Share(0.2))")]
    [InlineData("scans.Split(new SplitOptions { Order = SplitOrder.InOrder }, SubsetSize.Rest, SubsetSize.Share(0.2))")]
    [InlineData("scans.WithGroups(scan => scan.PatientId).Split(0.2, 1)")]
    [InlineData("scans.WithoutGroups().KFold(5, 1)")]
    [InlineData("scans.Split(options, SubsetSize.Rest, SubsetSize.Share(0.2))")]
    [InlineData("scans.WithGroups(scan => scan.PatientId).Where(scan => true).Split(0.2, 1)")]
    public Task Groups_of_the_call_and_what_cannot_be_seen_are_fine(string split) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.SplitWithoutGroups, UsageSource.Of($"static object A(IndexedDataset<Scan> scans, SplitOptions options) => {split};", Types));

    [Theory]
    [InlineData("string SubjectId", true)]
    [InlineData("int session_id", true)]
    [InlineData("System.Guid UserID", true)]
    [InlineData("string VideoId", true)]
    [InlineData("int SpeakerNumber", true)]
    [InlineData("string Patient", true)]
    [InlineData("[Group] string PatientId", false)]
    [InlineData("[Group] string Hospital, string PatientId", false)]
    [InlineData("string Subject", false)]
    [InlineData("string Id", false)]
    [InlineData("string FileId", false)]
    [InlineData("byte[] PatientId", false)]
    public Task Members_are_known_by_name_and_type(string member, bool isGroup) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.SplitWithoutGroups,
            UsageSource.Of(
                $"static object A(IndexedDataset<Row> rows) => rows.{(isGroup ? "{|BALG0221:Split|}" : "Split")}(0.2, 1);",
                $"[BalancedDataset] public partial record Row([ClassLabel] bool Label, {member});"));

    [Fact]
    public Task The_label_is_no_group() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.SplitWithoutGroups,
            UsageSource.Of("static object A(IndexedDataset<Row> rows) => rows.Split(0.2, 1);", "[BalancedDataset] public partial record Row([ClassLabel(Min = 0, Max = 9)] int SpeakerId);"));

    [Fact]
    public async Task It_is_found_before_anything_is_generated()
    {
        MarkedSource source = MarkedSource.Parse(UsageSource.Of("static object A(Scan[] rows) => Scan.Classes.Index(rows).{|BALG0221:Split|}(0.2, 1);", Types));
        Assert.Equal(
            source.Expected.Select(item => item.Span),
            (await AnalyzerVerifier.WithoutGeneratedCodeAsync(TestCompilation.Of(source.Text), [AnalyzerVerifier.AnalyzerOf(Descriptors.SplitWithoutGroups)]))
                .Where(item => item.Id == "BALG0221").Select(item => item.Location.SourceSpan));
    }

    [Fact]
    public Task Fix_marks_the_member() =>
        CodeFixVerifier.VerifyAsync<SplitWithoutGroupsFixer>(
            Descriptors.SplitWithoutGroups,
            UsageSource.Of("static object A(IndexedDataset<Scan> scans) => scans.Split(0.2, 1);", Types),
            UsageSource.Of("static object A(IndexedDataset<Scan> scans) => scans.Split(0.2, 1);", Types.Replace("string PatientId", "[Group] string PatientId", StringComparison.Ordinal)));

    [Fact]
    public Task Fix_all_marks_members_of_other_files_once() =>
        CodeFixVerifier.VerifyFixAllAsync<SplitWithoutGroupsFixer>(
            Descriptors.SplitWithoutGroups,
            [
                "using BalanceGen; static class A { static object Of(IndexedDataset<Scan> scans) => scans.Split(0.2, 1); static object Of(IndexedDataset<Clip> clips) => clips.Split(0.2, 1); }",
                "using BalanceGen; static class B { static object Of(IndexedDataset<Scan> scans) => scans.KFold(5, 1); }",
                "[BalanceGen.BalancedDataset] public partial record Scan(string PatientId, [BalanceGen.ClassLabel] bool Label);",
                "using BalanceGen; [BalancedDataset] public partial struct Clip { [ClassLabel] public bool Label; public string VideoId; }",
            ],
            [
                "using BalanceGen; static class A { static object Of(IndexedDataset<Scan> scans) => scans.Split(0.2, 1); static object Of(IndexedDataset<Clip> clips) => clips.Split(0.2, 1); }",
                "using BalanceGen; static class B { static object Of(IndexedDataset<Scan> scans) => scans.KFold(5, 1); }",
                "[BalanceGen.BalancedDataset] public partial record Scan([BalanceGen.Group] string PatientId, [BalanceGen.ClassLabel] bool Label);",
                "using BalanceGen; [BalancedDataset] public partial struct Clip { [ClassLabel] public bool Label; [Group] public string VideoId; }",
            ]);

    [Fact]
    public Task Can_be_suppressed() =>
        AnalyzerVerifier.VerifySuppressionAsync(
            Descriptors.SplitWithoutGroups, UsageSource.Of("static object A(IndexedDataset<Scan> scans) => scans.{|BALG0221:Split|}(0.2, 1);", Types));
}
