using BalanceGen.Tests.Sampling;

namespace BalanceGen.Tests.Statistics;

/// <summary>A class of one row beside one of a thousand million; see <see cref="Significance"/> for the decision rule.</summary>
public sealed class ImbalanceExactnessTests
{
    private const int Many = 1_000_000_000;
    private const int Draws = 40_000;

    private static readonly RowIndex Index = Indices.Sorted(1, Many);

    public static TheoryData<string> Kinds() => ["balanced", "weighted", "stratified", "class aware", "minimum", "scheduled", "under", "over", "repeat factor", "interleaved"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Half_of_the_draws_are_the_one_row_and_the_others_are_spread_evenly(string kind)
    {
        Sampler sampler = Create(kind);
        int[] rows = sampler.RowsOf(1000, Draws);
        long single = rows.Count(row => row == 0);
        double[] places = [.. rows.Where(row => row > 0).Select(row => (row - 0.5) / Many)];
        if (kind is "weighted" or "over" or "repeat factor")
        {
            Significance.AssertKept(Significance.ChiSquare([single, Draws - single], [Draws / 2.0, Draws / 2.0]), kind);
        }
        else
        {
            // By batches, periods or epochs; the run may begin and end inside one.
            Assert.InRange(single, (Draws / 2) - 4, (Draws / 2) + 4);
        }

        Significance.AssertKept(Significance.KolmogorovSmirnov(places), kind);

        // Those that pass over the rows repeat none of them before the others were drawn.
        Assert.True(kind is "under" or "weighted" || places.Distinct().Count() == places.Length);
    }

    [Fact]
    public void Half_of_the_places_are_the_one_row_s_and_the_others_are_spread_evenly()
    {
        var places = new ClassPlace[Draws];
        new WeightedRandomPlaceSampler(Index.Counts, 221).Fill(1000, places);
        long single = places.Count(draw => draw == new ClassPlace(0, 0));
        ClassPlace[] others = [.. places.Where(draw => draw.ClassIndex == 1)];

        Assert.Equal(Draws, single + others.Length);
        Significance.AssertKept(Significance.ChiSquare([single, others.Length], [Draws / 2.0, Draws / 2.0]), "classes");
        Significance.AssertKept(Significance.KolmogorovSmirnov([.. others.Select(draw => (draw.Place + 0.5) / Many)]), "places");
    }

    [Fact]
    public void A_share_of_a_billionth_keeps_its_mass_in_every_table()
    {
        // The probability is read from the table, for it cannot be counted.
        double share = 1.0 / (Many + 1.0);
        var weighted = new WeightedRandomSampler(Index, 1, target: TargetDistribution.AsSource);
        Assert.Equal(1, weighted.ShareOf(0) / share, 1e-12);
        var table = new AliasTable([1, Many], [0, 1], [1, Many]);
        Assert.Equal(1, table.Thresholds[0] / Math.Pow(2, 64) / 2 / share, 1e-9);
        Assert.Equal(1, new WeightedRandomPlaceSampler(Index.Counts, 1, TargetDistribution.AsSource).ShareOf(0) / share, 1e-12);

        // A period of 65,536 draws has no room for it: refused, not rounded away.
        Assert.Throws<ShareTooSmallException>(() => new BalancedSampler(Index, 1, TargetDistribution.AsSource));
    }

    [Fact]
    public void Plans_know_what_a_billion_rows_need()
    {
        Assert.Equal(2.0 * Many, new BalancedSampler(Index, 1).Plan.EpochsUntilAllSeen!.Value * (Many + 1.0), 2.0);
        Assert.Equal(1, new RandomOverSampler(Index, 1).Plan.EpochsUntilAllSeen!.Value, 1e-6);
        double coupons = Many * (Math.Log(Many) + 0.577215665);
        Assert.Equal(1, new RandomUnderSampler(Index, 1).Plan.EpochsUntilAllSeen!.Value / coupons, 1e-5);
        Assert.Equal(1, new WeightedRandomSampler(Index, 1).Plan.EpochsUntilAllSeen!.Value * (Many + 1.0) / 2 / coupons, 1e-5);
    }

    private static Sampler Create(string kind) => kind switch
    {
        "balanced" => new BalancedSampler(Index, 221),
        "weighted" => new WeightedRandomSampler(Index, 221),
        "stratified" => new StratifiedRandomSampler(Index, 221, 64),
        "class aware" => new ClassAwareSampler(Index, 221, 2, 4),
        "minimum" => new MinimumQuotaSampler(Index, 221, 16, [1, 1]),
        "scheduled" => new ScheduledBalancedSampler(Index, 221, TargetSchedule.Steps(new TargetStep(0, TargetDistribution.Uniform), new TargetStep(1, TargetDistribution.Of(0.3, 0.7)))),
        "under" => new RandomUnderSampler(Index, 221),
        "over" => new RandomOverSampler(Index, 221),
        "repeat factor" => new RepeatFactorSampler(Index, 221, new ClassWeights(Index.Classes, Many, 1)),
        "interleaved" => new InterleavedSampler(221, TargetDistribution.Uniform, new SequentialSampler(1), new RandomSampler(Many, 222)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such sampler."),
    };
}
