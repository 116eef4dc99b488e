namespace BalanceGen.Tests.Sampling;

public sealed class WorldRankTests
{
    [Theory]
    [InlineData("RANK=3,WORLD_SIZE=8", 3, 8)]
    [InlineData("OMPI_COMM_WORLD_RANK=0,OMPI_COMM_WORLD_SIZE=2", 0, 2)]
    [InlineData("SLURM_PROCID=5,SLURM_NTASKS=6", 5, 6)]
    [InlineData("", 0, 1)]
    [InlineData("LOCAL_RANK=1,HOME=/x", 0, 1)]
    [InlineData("RANK=1,WORLD_SIZE=4,SLURM_PROCID=0,SLURM_NTASKS=1", 1, 4)]
    [InlineData("OMPI_COMM_WORLD_RANK=1,OMPI_COMM_WORLD_SIZE=4,SLURM_NTASKS=1", 1, 4)]
    public void The_launchers_variables_are_read(string variables, int rank, int worldSize) =>
        Assert.Equal(new WorldRank(rank, worldSize), Read(variables));

    [Theory]
    [InlineData("RANK=3", "WORLD_SIZE", null)]
    [InlineData("WORLD_SIZE=3", "RANK", null)]
    [InlineData("OMPI_COMM_WORLD_SIZE=3,SLURM_PROCID=5,SLURM_NTASKS=6", "OMPI_COMM_WORLD_RANK", null)]
    [InlineData("SLURM_NTASKS=3", "SLURM_PROCID", null)]
    [InlineData("RANK=3,WORLD_SIZE=3", "RANK", "3")]
    [InlineData("RANK=-1,WORLD_SIZE=3", "RANK", "-1")]
    [InlineData("RANK=0,WORLD_SIZE=0", "WORLD_SIZE", "0")]
    [InlineData("RANK=0,WORLD_SIZE=two", "WORLD_SIZE", "two")]
    [InlineData("RANK=,WORLD_SIZE=2", "RANK", "")]
    [InlineData("RANK=1.0,WORLD_SIZE=2", "RANK", "1.0")]
    [InlineData("SLURM_PROCID=1,SLURM_NTASKS=99999999999", "SLURM_NTASKS", "99999999999")]
    public void Half_set_and_nonsensical_variables_are_named(string variables, string variable, string? value)
    {
        var error = Assert.Throws<LauncherEnvironmentException>(() => Read(variables));
        Assert.Equal((variable, value), (error.Variable, error.Value));
        Assert.Contains(variable, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RANK=3", "RANK of torchrun is set and WORLD_SIZE is not; start the processes with torchrun, or set both or none.")]
    [InlineData("OMPI_COMM_WORLD_SIZE=3", "OMPI_COMM_WORLD_SIZE of Open MPI is set and OMPI_COMM_WORLD_RANK is not; start the processes with Open MPI, or set both or none.")]
    [InlineData("SLURM_PROCID=3", "SLURM_PROCID of Slurm is set and SLURM_NTASKS is not; start the processes with Slurm, or set both or none.")]
    [InlineData("RANK=x,WORLD_SIZE=4", "RANK of torchrun is 'x'; it must be an integer of [0, 3].")]
    [InlineData("OMPI_COMM_WORLD_RANK=0,OMPI_COMM_WORLD_SIZE=0", "OMPI_COMM_WORLD_SIZE of Open MPI is '0'; it must be an integer of [1, 2147483647].")]
    [InlineData("SLURM_PROCID=4,SLURM_NTASKS=4", "SLURM_PROCID of Slurm is '4'; it must be an integer of [0, 3].")]
    public void What_is_wrong_is_said_with_the_launcher(string variables, string message) => Assert.Equal(message, Assert.Throws<LauncherEnvironmentException>(() => Read(variables)).Message);

    [Theory]
    [InlineData("RANK=3,WORLD_SIZE=8", "rank 3 of 8")]
    [InlineData("OMPI_COMM_WORLD_RANK=3,OMPI_COMM_WORLD_SIZE=8", "rank 3 of 8")]
    [InlineData("SLURM_PROCID=3,SLURM_NTASKS=8", "rank 3 of 8")]
    [InlineData("", "rank 0 of 1")]
    public void A_process_reads_the_environment_that_its_launcher_gave_it(string variables, string expected) =>
        Assert.Equal(expected, ChildProcess.Run(ChildProgram.Rank, [.. Values(variables).Select(pair => (pair.Key, pair.Value))]));

    [Fact]
    public void This_process_was_started_by_no_launcher_or_by_one() =>
        Assert.InRange(WorldRank.FromEnvironment().Rank, 0, WorldRank.FromEnvironment().WorldSize - 1);

    [Fact]
    public void The_default_is_a_world_of_one()
    {
        Assert.Equal(new WorldRank(0, 1), default);
        Assert.Equal("rank 2 of 8", new WorldRank(2, 8).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorldRank(8, 8));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorldRank(0, 0));
    }

    private static WorldRank Read(string variables)
    {
        Dictionary<string, string> values = Values(variables);
        return WorldRank.FromEnvironment(name => values.GetValueOrDefault(name));
    }

    private static Dictionary<string, string> Values(string variables) =>
        variables.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
}
