using System.Globalization;

namespace BalanceGen.Sampling;

/// <summary>Which of how many processes this one is, as the common launchers tell it.</summary>
/// <remarks>The default value is rank 0 of 1.</remarks>
public readonly record struct WorldRank
{
    /// <summary>The variables of the launchers, the first that is set counts: torchrun within a Slurm job, say, sets its own beside Slurm's.</summary>
    private static readonly (string Rank, string WorldSize, string Launcher)[] Launchers =
    [
        ("RANK", "WORLD_SIZE", "torchrun"),
        ("OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE", "Open MPI"),
        ("SLURM_PROCID", "SLURM_NTASKS", "Slurm"),
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

    /// <summary>
    /// The rank that a launcher gave this process by environment variables: RANK and WORLD_SIZE (torchrun), OMPI_COMM_WORLD_RANK and OMPI_COMM_WORLD_SIZE
    /// (Open MPI), SLURM_PROCID and SLURM_NTASKS (Slurm). The first pair of which one is set counts; rank 0 of 1 where none is.
    /// </summary>
    /// <exception cref="LauncherEnvironmentException">Only one of a pair is set, or its values are no rank and world size.</exception>
    public static WorldRank FromEnvironment() => FromEnvironment(Environment.GetEnvironmentVariable);

    /// <summary>"rank 2 of 8".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"rank {Rank} of {WorldSize}");

    internal static WorldRank FromEnvironment(Func<string, string?> read)
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
                throw new LauncherEnvironmentException(missing, null, $"{set} of {launcher} is set and {missing} is not; start the processes with {launcher}, or set both or none.");
            }

            int worldSize = Number(worldSizeName, worldSizeText, 1, int.MaxValue, launcher);
            return new WorldRank(Number(rankName, rankText, 0, worldSize - 1, launcher), worldSize);
        }

        return default;
    }

    private static int Number(string name, string text, int least, int most, string launcher) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw new LauncherEnvironmentException(name, text, string.Create(CultureInfo.InvariantCulture, $"{name} of {launcher} is '{text}'; it must be an integer of [{least}, {most}]."));
}
