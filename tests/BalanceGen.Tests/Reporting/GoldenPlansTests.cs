namespace BalanceGen.Tests.Reporting;

public sealed class GoldenPlansTests
{
    private static readonly GoldenFile Accepted = new("Reporting", "golden-plans.txt");

    public static TheoryData<string> Kinds() => [.. Plans.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_plan_is_the_accepted_one(string kind) => Assert.Equal(Accepted.Parts[kind], GoldenPlans.Compute(kind));

    [Fact]
    public void All_accepted_plans_are_of_a_kind() => Assert.Equal(Plans.Kinds, Accepted.Parts.Keys);
}
