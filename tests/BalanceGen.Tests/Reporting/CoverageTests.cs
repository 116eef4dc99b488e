namespace BalanceGen.Tests.Reporting;

public sealed class CoverageTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(10_000)]
    public void One_class_needs_n_times_the_harmonic_number_of_draws(int rows)
    {
        double harmonic = Enumerable.Range(1, rows).Sum(k => 1.0 / k);
        Assert.Equal(1, Coverage.ExpectedDrawsUntilAllSeen([rows], [1.0]) / (rows * harmonic), 1e-6);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.1)]
    [InlineData(0.001)]
    public void Two_single_rows_need_the_inclusion_exclusion_sum(double share)
    {
        double exact = (1 / share) + (1 / (1 - share)) - 1;
        Assert.Equal(1, Coverage.ExpectedDrawsUntilAllSeen([1, 1], [share, 1 - share]) / exact, 1e-4);
    }

    [Fact]
    public void Classes_without_a_share_are_left_out() =>
        Assert.Equal(1, Coverage.ExpectedDrawsUntilAllSeen([5, 1], [0.0, 1.0]), 1e-4);

    [Fact]
    public void Classes_whose_rows_are_drawn_equally_often_are_as_one_class_with_the_rows_of_all()
    {
        Assert.Equal(1, Coverage.ExpectedDrawsUntilAllSeen([5, 2, 5], [0.4, 0.2, 0.4]) / Coverage.ExpectedDrawsUntilAllSeen([10, 2], [0.8, 0.2]), 1e-9);
        Assert.Equal(1, Coverage.ExpectedEpochsUntilAllSeen([5, 2, 5], [0.3, 0.5, 0.3]) / Coverage.ExpectedEpochsUntilAllSeen([10, 2], [0.3, 0.5]), 1e-12);
        Assert.Equal(1, Coverage.ExpectedEpochsUntilAllSeen([5, 2, 5], [0.003, 0.005, 0.003]) / Coverage.ExpectedEpochsUntilAllSeen([10, 2], [0.003, 0.005]), 1e-6);
    }

    [Fact]
    public void The_seen_share_follows_the_formula_also_where_it_is_tiny()
    {
        Assert.Equal(1 - Math.Pow(1 - (0.5 / 160), 170), Coverage.SeenShare(160, 0.5, 170), 1e-14);
        Assert.Equal(1e-12, Coverage.SeenShare(1_000_000_000_000, 1, 1), 1e-24);
        Assert.Equal(0, Coverage.SeenShare(0, 0.5, 10));
        Assert.Equal(1, Coverage.SeenShare(1, 1, 1));
    }

    [Fact]
    public void Epochs_that_see_half_of_one_row_are_a_geometric_wait() =>
        Assert.Equal(2, Coverage.ExpectedEpochsUntilAllSeen([1], [0.5]), 1e-8);

    [Fact]
    public void Epochs_that_see_little_are_a_geometric_wait_too()
    {
        // The integral form takes over below a share of 0.01; both meet the exact 1/s and the largest of two geometric waits.
        Assert.Equal(1 / 0.009, Coverage.ExpectedEpochsUntilAllSeen([1], [0.009]), 0.01);
        Assert.Equal(1 / 0.011, Coverage.ExpectedEpochsUntilAllSeen([1], [0.011]), 0.01);
        Assert.Equal(1e9, Coverage.ExpectedEpochsUntilAllSeen([1], [1e-9]), 1e4);
    }

    [Fact]
    public void Epochs_that_see_everything_are_one() =>
        Assert.Equal(1, Coverage.ExpectedEpochsUntilAllSeen([7, 3], [1.0, 1.0]), 1e-12);
}
