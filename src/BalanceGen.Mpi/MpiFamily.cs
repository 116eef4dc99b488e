namespace BalanceGen.Mpi;

/// <summary>The binary interfaces that libraries of MPI have.</summary>
public enum MpiFamily
{
    /// <summary>The interface that MPI 5.0 standardises: <c>libmpi_abi</c>.</summary>
    Standard,

    /// <summary>Open MPI 4 and 5.</summary>
    OpenMpi,

    /// <summary>MPICH and what shares its interface: Intel MPI, MVAPICH, Cray MPICH, MS-MPI.</summary>
    Mpich,
}
