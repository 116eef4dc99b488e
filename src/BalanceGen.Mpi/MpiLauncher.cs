using System.Globalization;

namespace BalanceGen.Mpi;

/// <summary>What the environment says about who started this process, and how many.</summary>
/// <param name="Name">The launcher.</param>
/// <param name="Variable">The variable that says so.</param>
/// <param name="WorldSize">The number of processes, or 0 if the environment does not say it.</param>
/// <param name="Family">The family that the launcher belongs to, if it belongs to one.</param>
internal sealed record MpiLauncher(string Name, string Variable, int WorldSize, MpiFamily? Family)
{
    /// <summary>
    /// The launchers: Open MPI's mpirun, Hydra (MPICH, Intel), MS-MPI's mpiexec, and Slurm's srun. The variables of Slurm decide only if no mpirun inside the Slurm job
    /// has set its own.
    /// </summary>
    private static readonly (string Name, string Variable, MpiFamily? Family)[] Known =
    [
        ("Open MPI's mpirun", "OMPI_COMM_WORLD_SIZE", MpiFamily.OpenMpi),
        ("MPICH's mpiexec", "PMI_SIZE", MpiFamily.Mpich),
        ("srun", "SLURM_STEP_NUM_TASKS", null),
    ];

    /// <summary>The launcher of this process, or null.</summary>
    public static MpiLauncher? Find(Func<string, string?> read) =>
    (
        from known in Known
        let text = read(known.Variable)
        where text is not null
        select new MpiLauncher(known.Name, known.Variable, int.TryParse(text, CultureInfo.InvariantCulture, out int size) ? size : 0, known.Family)
    ).FirstOrDefault();
}
