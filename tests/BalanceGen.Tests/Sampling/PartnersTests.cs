namespace BalanceGen.Tests.Sampling;

/// <summary>A second row for each draw.</summary>
public sealed class PartnersTests
{
    private static readonly int[] Counts = [255, 1, 400, 30, 2, 257];

    private static readonly (RowIndex Index, int[] ClassOfRow) Mixed = Indices.Mixed(Counts);

    [Theory]
    [InlineData("exact")]
    [InlineData("independent")]
    [InlineData("passes")]
    public void A_partner_is_another_row_of_the_same_class(string kind)
    {
        Sampler sampler = kind switch
        {
            "exact" => new BalancedSampler(Mixed.Index, 3),
            "independent" => new WeightedRandomSampler(Mixed.Index, 3),
            _ => new RandomOverSampler(Mixed.Index, 3),
        };
        int[] rows = sampler.RowsOf(0, 5000);
        int[] partners = PartnersOf(Partners.OfSameClass(Mixed.Index, 9), sampler, 0, 5000);
        for (int draw = 0; draw < rows.Length; draw++)
        {
            Assert.Equal(Mixed.ClassOfRow[rows[draw]], Mixed.ClassOfRow[partners[draw]]);
            Assert.Equal(Counts[Mixed.ClassOfRow[rows[draw]]] == 1, rows[draw] == partners[draw]);
        }
    }

    [Fact]
    public void In_a_pass_every_row_of_a_class_is_a_partner_once_and_over_the_passes_every_pair_is_met_once()
    {
        const int Rows = 30;
        RowIndex index = Indices.Mixed(Rows, 7).Index;
        var sampler = new BalancedSampler(index, 4, TargetDistribution.AsSource);
        var contexts = new DrawContext[37 * (Rows - 1)];
        sampler.FillContexts(0, contexts);
        var partners = new int[contexts.Length];
        Partners.OfSameClass(index, 2).Fill(contexts, partners);

        var pairs = new Dictionary<(int Row, int Partner), int>();
        foreach (IGrouping<long, (DrawContext Draw, int Partner)> pass in contexts.Zip(partners).Where(pair => index.Subset([pair.First.Row]).Counts[0] == 1).GroupBy(pair => pair.First.Visit))
        {
            Assert.Equal(Rows, pass.Select(pair => pair.Partner).Distinct().Count());
            foreach ((DrawContext draw, int partner) in pass)
            {
                pairs[(draw.Row, partner)] = pairs.GetValueOrDefault((draw.Row, partner)) + 1;
            }
        }

        Assert.Equal(Rows * (Rows - 1), pairs.Count);
        Assert.All(pairs.Values, times => Assert.Equal(1, times));
    }

    [Fact]
    public void Partners_by_a_target_have_its_shares_and_are_never_the_row_itself()
    {
        TargetDistribution target = TargetDistribution.Of(0.1, 0, 0.2, 0.3, 0.4, 0);
        var sampler = new BalancedSampler(Mixed.Index, 3);
        int[] rows = sampler.RowsOf(0, 10_000);
        int[] partners = PartnersOf(Partners.ByTarget(Mixed.Index, 3, target), sampler, 0, 10_000);
        var drawn = new int[Counts.Length];
        double[] shares = [0.1, 0, 0.2, 0.3, 0.4, 0];
        for (int draw = 0; draw < partners.Length; draw++)
        {
            Assert.NotEqual(rows[draw], partners[draw]);
            drawn[Mixed.ClassOfRow[partners[draw]]]++;
            Assert.All(Enumerable.Range(0, Counts.Length), index => Assert.InRange(drawn[index] - (shares[index] * (draw + 1)), -1 + 1e-9, 1 - 1e-9));
        }

        // With the default target the frequent classes meet the rare ones.
        int[] uniform = PartnersOf(Partners.ByTarget(Indices.Sorted(160, 10), 1), new BalancedSampler(Indices.Sorted(160, 10), 1), 0, 1000);
        Assert.Equal(500, uniform.Count(row => row >= 160));
    }

    [Fact]
    public void Partners_are_pure_functions_of_the_draw()
    {
        foreach (Func<Partners> create in (Func<Partners>[])[() => Partners.OfSameClass(Mixed.Index, 9), () => Partners.ByTarget(Mixed.Index, 9)])
        {
            var sampler = new BalancedSampler(Mixed.Index, 3);
            int[] expected = PartnersOf(create(), sampler, 0, 3000);
            Partners partners = create();
            foreach (int draw in (int[])[2999, 0, 256, 255, 1234])
            {
                Assert.Equal(expected[draw], partners.Of(sampler.ContextAt(draw)));
                Assert.Equal(expected[draw..Math.Min(3000, draw + 300)], PartnersOf(create(), sampler, draw, Math.Min(3000 - draw, 300)));
            }

            SamplerShard shard = sampler.Shard(2, 3, firstDraw: 1);
            Assert.Equal(Enumerable.Range(0, 500).Select(draw => expected[shard.GlobalDraw(draw)]), PartnersOf(partners, shard, 0, 500));
            Parallel.For(0, 30, part => Assert.Equal(expected[(part * 100)..((part + 1) * 100)], PartnersOf(partners, sampler, part * 100, 100)));
        }

        Assert.NotEqual(
            PartnersOf(Partners.OfSameClass(Mixed.Index, 9), new BalancedSampler(Mixed.Index, 3), 0, 100),
            PartnersOf(Partners.OfSameClass(Mixed.Index, 10), new BalancedSampler(Mixed.Index, 3), 0, 100));
    }

    [Fact]
    public void Partners_are_those_of_the_format_version()
    {
        Partners partners = Partners.OfSameClass(Indices.Sorted(5, 300), 20260101);
        int[] few = [.. Enumerable.Range(0, 12).Select(visit => partners.Of(new DrawContext(0, 0, 3, visit, 0)))];
        int[] many = [.. Enumerable.Range(0, 4).Select(visit => partners.Of(new DrawContext(0, 0, 100, 1000 + visit, 0)))];
        Assert.Equal("4 2 0 1 4 0 1 2 2 0 1 4, 293 268 178 274", $"{string.Join(' ', few)}, {string.Join(' ', many)}");
    }

    [OptimizedFact]
    public void Partners_allocate_nothing_after_warm_up()
    {
        var sampler = new BalancedSampler(Mixed.Index, 3);
        Partners sameClass = Partners.OfSameClass(Mixed.Index, 9);
        Partners byTarget = Partners.ByTarget(Mixed.Index, 9);
        var rows = new int[500];
        int repeat = 0;
        AllocationFree.Assert(() =>
        {
            repeat = (repeat + 1) % 20;
            sameClass.Fill(sampler, repeat * 311L, rows);
            byTarget.Fill(sampler, repeat * 311L, rows);
            return rows[7] + sameClass.Of(sampler.ContextAt(repeat));
        });
    }

    [Fact]
    public void Rows_of_another_part_are_refused()
    {
        RowIndex part = Mixed.Index.Where(row => row % 2 == 0);
        Partners partners = Partners.OfSameClass(part, 1);
        int[] drawn = PartnersOf(partners, new BalancedSampler(part, 1, zeroCounts: ZeroCountPolicy.ZeroWeight), 0, 1000);
        Assert.All(drawn, row => Assert.Equal(0, row % 2));
        Assert.Throws<ArgumentException>(() => PartnersOf(partners, new BalancedSampler(Mixed.Index, 1), 0, 1));
        Assert.Throws<ArgumentException>(() => PartnersOf(partners, new RandomSampler(7, 1), 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => partners.Of(new DrawContext(0, 0, 1, 0, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => partners.Of(new DrawContext(0, 0, -1, 0, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => partners.Of(new DrawContext(0, 0, drawn[0], -1, 0)));
        Assert.Throws<ArgumentException>(() => partners.Fill(new DrawContext[2], new int[1]));
        Assert.Throws<EmptyDatasetException>(() => Partners.OfSameClass(Indices.Sorted(0, 0), 1));
        Assert.Throws<EmptyDatasetException>(() => Partners.ByTarget(Indices.Sorted(0, 0), 1));
        Assert.Throws<EmptyClassException>(() => Partners.ByTarget(Indices.Sorted(1, 0), 1));
    }

    private static int[] PartnersOf(Partners partners, Sampler sampler, long firstDraw, int count)
    {
        var rows = new int[count];
        partners.Fill(sampler, firstDraw, rows);
        return rows;
    }
}
