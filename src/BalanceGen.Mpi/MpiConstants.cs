namespace BalanceGen.Mpi;

/// <summary>
/// The handles and numbers of one family. The handles of MPICH are 32-bit integers. Those of Open MPI are the addresses of exported variables. Those of the standard are
/// small addresses.
/// </summary>
/// <param name="World">MPI_COMM_WORLD.</param>
/// <param name="Int64">The datatype of 64-bit integers.</param>
/// <param name="Byte">The datatype of bytes.</param>
/// <param name="Sum">The operation that adds.</param>
/// <param name="Max">The operation that takes the larger.</param>
/// <param name="ErrorsReturn">The error handler that makes functions return their errors.</param>
/// <param name="InPlace">Stands for a buffer that is also the result.</param>
/// <param name="Serialized">The thread level at which any thread may call, one at a time.</param>
internal sealed record MpiConstants(nint World, nint Int64, nint Byte, nint Sum, nint Max, nint ErrorsReturn, nint InPlace, int Serialized)
{
    /// <summary>Those of mpi.h of MPI 5.0, as the working group publishes it.</summary>
    public static MpiConstants Standard { get; } = new(0x101, 0x258, 0x247, 0x21, 0x23, 0x143, 1, 2048);

    /// <summary>Those of mpi.h of MPICH. They are unchanged since version 3.1, because MPICH and the libraries that share its interface have promised that.</summary>
    public static MpiConstants Mpich { get; } = new(0x44000000, 0x4c000809, 0x4c00010d, 0x58000003, 0x58000001, 0x54000001, -1, 2);

    /// <summary>Those of Open MPI, found by the names of its variables.</summary>
    /// <param name="addressOf">Finds an exported variable.</param>
    public static MpiConstants OpenMpi(Func<string, nint> addressOf) => new(
        addressOf("ompi_mpi_comm_world"),
        addressOf("ompi_mpi_int64_t"),
        addressOf("ompi_mpi_byte"),
        addressOf("ompi_mpi_op_sum"),
        addressOf("ompi_mpi_op_max"),
        addressOf("ompi_mpi_errors_return"),
        1,
        2);
}
