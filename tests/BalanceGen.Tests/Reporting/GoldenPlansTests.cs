namespace BalanceGen.Tests.Reporting;

public sealed class GoldenPlansTests
{
    private static readonly GoldenFile Accepted = new("Reporting", "golden-plans.txt");

    public static TheoryData<string> Kinds() => [.. Plans.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_plan_is_the_accepted_one(string kind) => Assert.Equal(Accepted.Parts[kind], GoldenPlans.Compute(kind));

    [Fact]
    public void The_file_has_a_part_for_every_kind_and_no_other() => Assert.Equal(Plans.Kinds, Accepted.Parts.Keys);
}
