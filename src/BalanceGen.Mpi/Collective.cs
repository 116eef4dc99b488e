using BalanceGen.Sharding;

namespace BalanceGen.Mpi;

/// <summary>The collective operations of this process, with any launcher or without one.</summary>
public static class Collective
{
    /// <summary>The ranks of the MPI job that this process belongs to; this process by itself if no launcher of MPI started it.</summary>
    /// <exception cref="MpiException">
    /// A launcher of MPI started the process, and there is no library, or the library does not fit the launcher. Or a launcher without collective operations, such as
    /// torchrun, started several processes.
    /// </exception>
    public static ICollective World()
    {
        if (MpiLauncher.Find(Environment.GetEnvironmentVariable) is not null)
        {
            return MpiCollective.Join();
        }

        WorldRank rank = WorldRank.FromEnvironment();
        return rank.WorldSize == 1
            ? new SingleProcess()
            : throw new MpiException(
                $"This is {rank}, started by a launcher that is none of MPI. Build the index before, by mpirun, or by BuildFor and Merge; or bring an ICollective of your own. Opening an index and drawing from it need none.");
    }
}
