namespace BalanceGen.Tests.Sampling;

/// <summary>What every sampler promises: a draw is a pure function of seed and number.</summary>
public sealed class SamplerContractTests
{
    private const int Draws = 3000;

    public static TheoryData<string> Kinds() => [.. Samplers.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Fill_RowAt_and_enumeration_give_the_same_rows(string kind)
    {
        int[] expected = Run(Samplers.Create(kind, 7), 0, Draws);

        Sampler single = Samplers.Create(kind, 7);
        Sampler enumerated = Samplers.Create(kind, 7);
        Assert.Equal(expected, Enumerable.Range(0, Draws).Select(draw => single.RowAt(draw)));
        var rows = new List<int>();
        foreach (int row in enumerated.Draws(0, Draws))
        {
            rows.Add(row);
        }

        Assert.Equal(expected, rows);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Seeking_gives_what_running_gives(string kind)
    {
        Sampler sampler = Samplers.Create(kind, 7);
        int[] expected = Run(sampler, 0, Draws);
        foreach (int first in (int[])[2744, 1, 255, 256, 257, 511, 512, 63, 64, 65, 169, 170, 171, 1023, 1690, 0, 999])
        {
            foreach (int count in (int[])[1, 2, 3, 31, 33, 255, 256])
            {
                Assert.Equal(expected[first..(first + count)], Run(sampler, first, count));
            }
        }

        foreach (int draw in (int[])[2999, 0, 1777, 170, 169, 256, 255])
        {
            Assert.Equal(expected[draw], Samplers.Create(kind, 7).RowAt(draw));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Far_draws_need_no_run_up_and_stay_in_range(string kind)
    {
        Sampler sampler = Samplers.Create(kind, 7);
        foreach (long draw in (long[])[int.MaxValue, 1L << 40, (1L << 62) + 12345])
        {
            int[] rows = Run(sampler, draw, 300);
            Assert.All(rows, row => Assert.InRange(row, 0, sampler.DatasetLength - 1));
            Assert.Equal(rows[299], sampler.RowAt(draw + 299));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Equal_configurations_agree_and_the_seed_matters(string kind)
    {
        Assert.Equal(Samplers.Create(kind, 7).ConfigurationHash, Samplers.Create(kind, 8).ConfigurationHash);
        if (kind != "sequential")
        {
            Assert.NotEqual(Run(Samplers.Create(kind, 7), 0, 1000), Run(Samplers.Create(kind, 8), 0, 1000));
            Assert.NotEqual(Run(Samplers.Create(kind, 7), 0, 1000), Run(Samplers.Create(kind, 7 + (1L << 32)), 0, 1000));
        }
    }

    [Fact]
    public void Kinds_have_different_configuration_hashes() =>
        Assert.Equal(Samplers.Kinds.Length, Samplers.Kinds.Select(kind => Samplers.Create(kind, 1).ConfigurationHash).Distinct().Count());

    [Fact]
    public void Every_option_is_part_of_the_configuration_hash()
    {
        Assert.True(SamplerOptions.Pairs.Count > 30);
        Assert.All(SamplerOptions.Pairs, pair => Assert.True(pair.One != pair.Other, pair.Option));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Threads_at_the_same_time_get_the_rows_of_one(string kind)
    {
        Sampler sampler = Samplers.Create(kind, 7);
        int[] expected = Run(Samplers.Create(kind, 7), 0, 64 * 100);
        Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 8 }, part =>
            Assert.Equal(expected[(part * 100)..((part + 1) * 100)], Run(sampler, part * 100, 100)));
    }

    [OptimizedTheory]
    [MemberData(nameof(Kinds))]
    public void Drawing_allocates_nothing_after_warm_up(string kind)
    {
        Sampler sampler = Samplers.Create(kind, 7);
        var rows = new int[700];
        int repeat = 0;
        AllocationFree.Assert(() =>
        {
            repeat = (repeat + 1) % 40;
            sampler.Fill(repeat * 311L, rows);
            int sum = sampler.RowAt(repeat * 77L);
            foreach (int row in sampler.Epoch(repeat & 1))
            {
                sum += row;
            }

            return sum;
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_negative_draw_is_refused(string kind)
    {
        Sampler sampler = Samplers.Create(kind, 7);

        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.RowAt(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.Fill(-1, new int[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.Epoch(-1));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_state_resumes_only_its_own_configuration(string kind)
    {
        Sampler sampler = Samplers.Create(kind, 7);
        SamplerState state = sampler.StateAt(123);

        Assert.Equal(123, Samplers.Create(kind, 7).ResumeFrom(state));
        foreach (string other in Samplers.Kinds.Where(other => other != kind && other != "sequential"))
        {
            Assert.Throws<SamplerStateMismatchException>(() => Samplers.Create(other, sampler.Seed).ResumeFrom(state));
        }
    }

    private static int[] Run(Sampler sampler, long first, int count)
    {
        var rows = new int[count];
        sampler.Fill(first, rows);
        return rows;
    }
}
