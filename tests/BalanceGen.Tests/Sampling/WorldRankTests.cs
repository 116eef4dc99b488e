namespace BalanceGen.Tests.Sampling;

public sealed class WorldRankTests
{
    private static readonly string[] ThreeRanks = ["rank 0 of 3", "rank 1 of 3", "rank 2 of 3"];

    [Theory]
    [InlineData("RANK=3,WORLD_SIZE=8", 3, 8)]
    [InlineData("OMPI_COMM_WORLD_RANK=0,OMPI_COMM_WORLD_SIZE=2", 0, 2)]
    [InlineData("SLURM_PROCID=5,SLURM_NTASKS=6", 5, 6)]
    [InlineData("PMI_RANK=1,PMI_SIZE=3", 1, 3)]
    [InlineData("MV2_COMM_WORLD_RANK=2,MV2_COMM_WORLD_SIZE=3", 2, 3)]
    [InlineData("", 0, 1)]
    [InlineData("LOCAL_RANK=1,HOME=/x", 0, 1)]
    [InlineData("RANK=1,WORLD_SIZE=4,SLURM_PROCID=0,SLURM_NTASKS=1", 1, 4)]
    [InlineData("OMPI_COMM_WORLD_RANK=1,OMPI_COMM_WORLD_SIZE=4,SLURM_NTASKS=1", 1, 4)]
    [InlineData("OMPI_COMM_WORLD_RANK=1,OMPI_COMM_WORLD_SIZE=4,PMIX_RANK=1", 1, 4)]
    [InlineData("PMI_RANK=3,PMI_SIZE=8,SLURM_PROCID=0,SLURM_NTASKS=2,PMIX_RANK=0", 3, 8)]
    [InlineData("MV2_COMM_WORLD_RANK=3,MV2_COMM_WORLD_SIZE=8,PMI_RANK=3,PMI_SIZE=8", 3, 8)]
    [InlineData("SLURM_PROCID=5,SLURM_NTASKS=6,PMIX_RANK=5", 5, 6)]
    [InlineData("RANK=2,WORLD_SIZE=6,JOB_COMPLETION_INDEX=1", 2, 6)]
    public void The_launchers_variables_are_read(string variables, int rank, int worldSize) =>
        Assert.Equal(new WorldRank(rank, worldSize), Read(variables));

    [Theory]
    [InlineData("RANK=3", "WORLD_SIZE", null)]
    [InlineData("WORLD_SIZE=3", "RANK", null)]
    [InlineData("OMPI_COMM_WORLD_SIZE=3,SLURM_PROCID=5,SLURM_NTASKS=6", "OMPI_COMM_WORLD_RANK", null)]
    [InlineData("SLURM_NTASKS=3", "SLURM_PROCID", null)]
    [InlineData("PMI_RANK=3", "PMI_SIZE", null)]
    [InlineData("PMI_SIZE=3", "PMI_RANK", null)]
    [InlineData("MV2_COMM_WORLD_RANK=3", "MV2_COMM_WORLD_SIZE", null)]
    [InlineData("PMIX_RANK=3", "PMIX_RANK", "3")]
    [InlineData("JOB_COMPLETION_INDEX=0", "JOB_COMPLETION_INDEX", "0")]
    [InlineData("SLURM_PROCID=0,SLURM_NTASKS=2,PMIX_RANK=3", "PMIX_RANK", "3")]
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
    [InlineData("RANK=3", "RANK of torchrun is set and WORLD_SIZE is not. Start the processes with torchrun, set both or none, or pass what you know: new WorldRank(rank, worldSize).")]
    [InlineData("OMPI_COMM_WORLD_SIZE=3", "OMPI_COMM_WORLD_SIZE of Open MPI is set and OMPI_COMM_WORLD_RANK is not. Start the processes with Open MPI, set both or none, or pass what you know: new WorldRank(rank, worldSize).")]
    [InlineData("SLURM_PROCID=3", "SLURM_PROCID of Slurm is set and SLURM_NTASKS is not. Start the processes with Slurm, set both or none, or pass what you know: new WorldRank(rank, worldSize).")]
    [InlineData("PMIX_RANK=3", "PMIX_RANK of PMIx is '3', and no variable tells how many processes there are. Pass the number of processes: WorldRank.FromEnvironment(worldSize). If each process is to see all the data, pass new WorldRank(0, 1).")]
    [InlineData("JOB_COMPLETION_INDEX=2", "JOB_COMPLETION_INDEX of Kubernetes is '2', and no variable tells how many processes there are. Pass the job's 'completions': WorldRank.FromEnvironment(worldSize). If each process is to see all the data, pass new WorldRank(0, 1).")]
    [InlineData("SLURM_PROCID=0,SLURM_NTASKS=2,PMIX_RANK=3", "PMIX_RANK of PMIx is '3' and SLURM_PROCID of Slurm is '0': they are ranks of different worlds. Pass the one that is meant: new WorldRank(rank, worldSize).")]
    [InlineData("PMI_RANK=4,PMI_SIZE=4", "PMI_RANK of MPICH, Intel MPI or MS-MPI is '4'; it must be an integer of [0, 3].")]
    [InlineData("RANK=x,WORLD_SIZE=4", "RANK of torchrun is 'x'; it must be an integer of [0, 3].")]
    [InlineData("OMPI_COMM_WORLD_RANK=0,OMPI_COMM_WORLD_SIZE=0", "OMPI_COMM_WORLD_SIZE of Open MPI is '0'; it must be an integer of [1, 2147483647].")]
    [InlineData("SLURM_PROCID=4,SLURM_NTASKS=4", "SLURM_PROCID of Slurm is '4'; it must be an integer of [0, 3].")]
    public void What_is_wrong_is_said_with_the_launcher(string variables, string message) => Assert.Equal(message, Assert.Throws<LauncherEnvironmentException>(() => Read(variables)).Message);

    [Theory]
    [InlineData("RANK=3,WORLD_SIZE=8", "rank 3 of 8")]
    [InlineData("OMPI_COMM_WORLD_RANK=3,OMPI_COMM_WORLD_SIZE=8", "rank 3 of 8")]
    [InlineData("SLURM_PROCID=3,SLURM_NTASKS=8", "rank 3 of 8")]
    [InlineData("MV2_COMM_WORLD_RANK=3,MV2_COMM_WORLD_SIZE=8", "rank 3 of 8")]
    [InlineData("PMI_RANK=3,PMI_SIZE=8", "rank 3 of 8")]
    [InlineData("", "rank 0 of 1")]
    public void A_process_reads_the_environment_that_its_launcher_gave_it(string variables, string expected) =>
        Assert.Equal(expected, ChildProcess.Run(ChildProgram.Rank, [.. Values(variables).Select(pair => (pair.Key, pair.Value))]));

    [Theory]
    [InlineData("JOB_COMPLETION_INDEX=2", 3, 2)]
    [InlineData("PMIX_RANK=0", 3, 0)]
    [InlineData("PMI_RANK=1,PMI_SIZE=3", 3, 1)]
    [InlineData("RANK=1,WORLD_SIZE=3,JOB_COMPLETION_INDEX=0", 3, 1)]
    [InlineData("JOB_COMPLETION_INDEX=0", 1, 0)]
    [InlineData("", 1, 0)]
    public void A_world_size_that_is_passed_goes_with_the_launchers_rank(string variables, int worldSize, int rank) =>
        Assert.Equal(new WorldRank(rank, worldSize), Read(variables, worldSize));

    [Theory]
    [InlineData("", "RANK", null, "No variable of a launcher tells which of 3 processes this one is. Start it with a launcher, or pass the rank: new WorldRank(rank, 3).")]
    [InlineData("JOB_COMPLETION_INDEX=3", "JOB_COMPLETION_INDEX", "3", "JOB_COMPLETION_INDEX of Kubernetes is '3'; it must be an integer of [0, 2].")]
    [InlineData("PMIX_RANK=x", "PMIX_RANK", "x", "PMIX_RANK of PMIx is 'x'; it must be an integer of [0, 2].")]
    [InlineData("PMI_RANK=1,PMI_SIZE=4", "PMI_SIZE", "4", "PMI_SIZE of MPICH, Intel MPI or MS-MPI is '4', and the world size that was passed is 3.")]
    public void A_world_size_that_does_not_fit_is_refused(string variables, string variable, string? value, string message)
    {
        var error = Assert.Throws<LauncherEnvironmentException>(() => Read(variables, 3));
        Assert.Equal((variable, value, message), (error.Variable, error.Value, error.Message));
        Assert.Throws<ArgumentOutOfRangeException>(() => Read(variables, 0));
    }

    [MpiFact("mpirun.openmpi")]
    public void Processes_of_Open_MPI_know_their_ranks() => Assert.Equal(ThreeRanks, ChildProcess.RunWorld("mpirun.openmpi", 3));

    [MpiFact("mpirun.mpich")]
    public void Processes_of_MPICH_know_their_ranks() => Assert.Equal(ThreeRanks, ChildProcess.RunWorld("mpirun.mpich", 3));

    [Fact]
    public void The_page_lists_every_variable_that_is_read()
    {
        HashSet<string> read = [];
        WorldRank.FromEnvironment(name => { read.Add(name); return null; });
        string page = DocumentedPage.Of("sharding.md");
        Assert.All(read, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
        Assert.Equal(12, read.Count);
    }

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

    private static WorldRank Read(string variables, int worldSize)
    {
        Dictionary<string, string> values = Values(variables);
        return WorldRank.FromEnvironment(name => values.GetValueOrDefault(name), worldSize);
    }

    private static WorldRank Read(string variables)
    {
        Dictionary<string, string> values = Values(variables);
        return WorldRank.FromEnvironment(name => values.GetValueOrDefault(name));
    }

    private static Dictionary<string, string> Values(string variables) =>
        variables.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
}
