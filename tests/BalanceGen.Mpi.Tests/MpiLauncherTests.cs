namespace BalanceGen.Mpi.Tests;

public sealed class MpiLauncherTests
{
    [Theory]
    [InlineData("OMPI_COMM_WORLD_SIZE", "4", "Open MPI's mpirun", 4, MpiFamily.OpenMpi)]
    [InlineData("PMI_SIZE", "8", "MPICH's mpiexec", 8, MpiFamily.Mpich)]
    [InlineData("SLURM_STEP_NUM_TASKS", "2", "srun", 2, null)]
    [InlineData("PMI_SIZE", "many", "MPICH's mpiexec", 0, MpiFamily.Mpich)]
    public void Launchers_are_known_by_their_variables(string variable, string value, string name, int size, MpiFamily? family) =>
        Assert.Equal(new MpiLauncher(name, variable, size, family), MpiLauncher.Find(asked => asked == variable ? value : null));

    [Fact]
    public void Without_variables_there_is_no_launcher() => Assert.Null(MpiLauncher.Find(_ => null));

    [Fact]
    public void Thread_levels_and_handles_of_the_families_differ()
    {
        // mpi.h of MPI 5.0 numbers the thread levels by 1024; MPICH's handles are 32-bit integers with the kind in the highest bits.
        Assert.Equal(2048, MpiConstants.Standard.Serialized);
        Assert.Equal(2, MpiConstants.Mpich.Serialized);
        Assert.Equal((nint)0x44000000, MpiConstants.Mpich.World);
        Assert.Equal("ompi_mpi_op_max", Names()[4]);

        static string[] Names()
        {
            var names = new List<string>();
            MpiConstants.OpenMpi(name =>
            {
                names.Add(name);
                return names.Count;
            });
            return [.. names];
        }
    }
}
