namespace BalanceGen.Sampling;

/// <summary>The rank of this process and the number of processes, as the common launchers tell them.</summary>
/// <remarks>The default value is rank 0 of 1.</remarks>
public readonly record struct WorldRank
{
    private const string PmixRank = "PMIX_RANK";

    /// <summary>
    /// The variables of the launchers. The first launcher of which one is set counts: torchrun inside a Slurm job sets its own beside
    /// Slurm's, and so do the starters of MPI, whose processes on a node are children of one Slurm task.
    /// </summary>
    private static readonly (string Rank, string WorldSize, string Launcher)[] Launchers =
    [
        ("RANK", "WORLD_SIZE", "torchrun"),
        ("OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE", "Open MPI"),
        ("MV2_COMM_WORLD_RANK", "MV2_COMM_WORLD_SIZE", "MVAPICH2"),
        ("PMI_RANK", "PMI_SIZE", "MPICH, Intel MPI or MS-MPI"),
        ("SLURM_PROCID", "SLURM_NTASKS", "Slurm"),
    ];

    /// <summary>Launchers that tell a process its rank and not how many there are.</summary>
    private static readonly (string Rank, string Launcher, string Size)[] LaunchersWithoutSize =
    [
        (PmixRank, "PMIx", "the number of processes"),
        ("JOB_COMPLETION_INDEX", "Kubernetes", "the job's 'completions'"),
    ];

    private readonly int _others;

    /// <summary>A rank.</summary>
    /// <param name="rank">The rank, of [0, <paramref name="worldSize"/>).</param>
    /// <param name="worldSize">The number of ranks, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public WorldRank(int rank, int worldSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(worldSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(rank);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rank, worldSize);
        Rank = rank;
        _others = worldSize - 1;
    }

    /// <summary>The rank, of [0, <see cref="WorldSize"/>).</summary>
    public int Rank { get; }

    /// <summary>The number of ranks, 1 or more.</summary>
    public int WorldSize => _others + 1;

    /// <summary>The rank that a launcher gave this process by environment variables; rank 0 of 1 where none of them is set.</summary>
    /// <remarks>
    /// <para>
    /// The pairs RANK and WORLD_SIZE (torchrun), OMPI_COMM_WORLD_RANK and OMPI_COMM_WORLD_SIZE (Open MPI), MV2_COMM_WORLD_RANK and MV2_COMM_WORLD_SIZE (MVAPICH2), PMI_RANK and
    /// PMI_SIZE (MPICH, Intel MPI, MS-MPI), SLURM_PROCID and SLURM_NTASKS (Slurm). The first pair of which one is set counts.
    /// </para>
    /// <para>
    /// PMIX_RANK (PMIx) and JOB_COMPLETION_INDEX (indexed jobs of Kubernetes) come without a number of processes. Where one of them is all there is, this method throws:
    /// use <see cref="FromEnvironment(int)"/>.
    /// </para>
    /// </remarks>
    /// <exception cref="LauncherEnvironmentException">
    /// Only one of a pair is set, its values are no rank and world size, the launcher does not tell the number of processes, or two launchers tell different ranks.
    /// </exception>
    public static WorldRank FromEnvironment() => FromEnvironment(Environment.GetEnvironmentVariable);

    /// <summary>
    /// The rank that a launcher gave this process by environment variables, if the number of processes is known otherwise, as in an indexed
    /// job of Kubernetes.
    /// </summary>
    /// <param name="worldSize">The number of processes, 1 or more. A launcher that tells it must agree.</param>
    /// <remarks>It reads what <see cref="FromEnvironment()"/> reads. A world of 1 needs no launcher.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="worldSize"/> is less than 1.</exception>
    /// <exception cref="LauncherEnvironmentException">
    /// <paramref name="worldSize"/> is above 1 and no launcher is recognised, the launcher tells another number of processes, only one of a
    /// pair is set, or a value is no rank of the world.
    /// </exception>
    public static WorldRank FromEnvironment(int worldSize) => FromEnvironment(Environment.GetEnvironmentVariable, worldSize);

    /// <summary>"rank 2 of 8".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"rank {Rank} of {WorldSize}");

    internal static WorldRank FromEnvironment(Func<string, string?> read)
    {
        if (FromPair(read) is { } found)
        {
            return found;
        }

        foreach ((string name, string launcher, string size) in LaunchersWithoutSize)
        {
            if (read(name) is { } text)
            {
                throw new LauncherEnvironmentException(
                    name, text, $"{name} of {launcher} is '{text}', and no variable tells how many processes there are. Pass {size}: WorldRank.FromEnvironment(worldSize). If each process is to see all the data, pass new WorldRank(0, 1).");
            }
        }

        return default;
    }

    internal static WorldRank FromEnvironment(Func<string, string?> read, int worldSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(worldSize, 1);
        if (FromPair(read) is { } found)
        {
            return found.WorldSize == worldSize
                ? found
                : throw OtherSize(read, worldSize);
        }

        foreach ((string name, string launcher, _) in LaunchersWithoutSize)
        {
            if (read(name) is { } text)
            {
                return new WorldRank(Number(name, text, 0, worldSize - 1, launcher), worldSize);
            }
        }

        return worldSize == 1
            ? default
            : throw new LauncherEnvironmentException(
                Launchers[0].Rank, null, string.Create(CultureInfo.InvariantCulture, $"No variable of a launcher tells which of {worldSize} processes this one is. Start it with a launcher, or pass the rank: new WorldRank(rank, {worldSize})."));
    }

    /// <summary>What the first launcher that sets a pair says; null where none does.</summary>
    private static WorldRank? FromPair(Func<string, string?> read)
    {
        foreach ((string rankName, string worldSizeName, string launcher) in Launchers)
        {
            string? rankText = read(rankName);
            string? worldSizeText = read(worldSizeName);
            if (rankText is null && worldSizeText is null)
            {
                continue;
            }

            if (rankText is null || worldSizeText is null)
            {
                (string set, string missing) = rankText is null ? (worldSizeName, rankName) : (rankName, worldSizeName);
                throw new LauncherEnvironmentException(
                    missing, null, $"{set} of {launcher} is set and {missing} is not. Start the processes with {launcher}, set both or none, or pass what you know: new WorldRank(rank, worldSize).");
            }

            int worldSize = Number(worldSizeName, worldSizeText, 1, int.MaxValue, launcher);
            var found = new WorldRank(Number(rankName, rankText, 0, worldSize - 1, launcher), worldSize);

            // Processes that PMIx starts below one Slurm task all inherit the rank of that task.
            return rankName == "SLURM_PROCID" && read(PmixRank) is { } pmix && pmix != rankText
                ? throw new LauncherEnvironmentException(
                    PmixRank, pmix, $"{PmixRank} of PMIx is '{pmix}' and {rankName} of {launcher} is '{rankText}': they are ranks of different worlds. Pass the one that is meant: new WorldRank(rank, worldSize).")
                : found;
        }

        return null;
    }

    private static LauncherEnvironmentException OtherSize(Func<string, string?> read, int worldSize)
    {
        (_, string name, string launcher) = Array.Find(Launchers, pair => read(pair.WorldSize) is not null);
        return new LauncherEnvironmentException(
            name, read(name), string.Create(CultureInfo.InvariantCulture, $"{name} of {launcher} is '{read(name)}', and the world size that was passed is {worldSize}."));
    }

    private static int Number(string name, string text, int least, int most, string launcher) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw new LauncherEnvironmentException(name, text, string.Create(CultureInfo.InvariantCulture, $"{name} of {launcher} is '{text}'; it must be an integer of [{least}, {most}]."));
}
