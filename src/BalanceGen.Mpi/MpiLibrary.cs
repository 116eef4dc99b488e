using System.Runtime.InteropServices;
using System.Text;

namespace BalanceGen.Mpi;

/// <summary>
/// A library of MPI that was loaded at run time, with fifteen of its functions and the constants of its family. No native code has to be compiled, and one program runs
/// with any of the libraries.
/// </summary>
/// <remarks>
/// Handles are passed as native integers for all families. If a handle is a 32-bit integer, the function reads the low half of the register or of the stack slot. On the
/// little-endian platforms that .NET runs on, the number is there. The two arguments that Allgatherv has on the stack of x64 have slots of eight bytes.
/// </remarks>
internal sealed unsafe class MpiLibrary
{
    private const string PathVariable = "BALANCEGEN_MPI";

    private readonly nint _handle;
    private readonly delegate* unmanaged[Cdecl]<int*, int> _initialized;
    private readonly delegate* unmanaged[Cdecl]<nint, nint, int, int*, int> _initThread;
    private readonly delegate* unmanaged[Cdecl]<int> _finalize;
    private readonly delegate* unmanaged[Cdecl]<nint, nint*, int> _commDup;
    private readonly delegate* unmanaged[Cdecl]<nint*, int> _commFree;
    private readonly delegate* unmanaged[Cdecl]<nint, int*, int> _commRank;
    private readonly delegate* unmanaged[Cdecl]<nint, int*, int> _commSize;
    private readonly delegate* unmanaged[Cdecl]<nint, nint, int> _setErrorHandler;
    private readonly delegate* unmanaged[Cdecl]<nint, void*, int, nint, nint, nint, int> _allReduce;
    private readonly delegate* unmanaged[Cdecl]<void*, void*, int, nint, nint, nint, int> _exclusiveScan;
    private readonly delegate* unmanaged[Cdecl]<void*, int, nint, void*, int*, int*, nint, nint, int> _allGather;
    private readonly delegate* unmanaged[Cdecl]<nint, int, int> _abort;
    private readonly delegate* unmanaged[Cdecl]<byte*, int*, int> _version;
    private readonly delegate* unmanaged[Cdecl]<int, byte*, int*, int> _errorText;

    private MpiLibrary(nint handle, string path, MpiFamily family)
    {
        _handle = handle;
        Path = path;
        Family = family;
        Constants = family switch
        {
            MpiFamily.Standard => MpiConstants.Standard,
            MpiFamily.Mpich => MpiConstants.Mpich,
            _ => MpiConstants.OpenMpi(Function),
        };
        _initialized = (delegate* unmanaged[Cdecl]<int*, int>)Function("MPI_Initialized");
        _initThread = (delegate* unmanaged[Cdecl]<nint, nint, int, int*, int>)Function("MPI_Init_thread");
        _finalize = (delegate* unmanaged[Cdecl]<int>)Function("MPI_Finalize");
        _commDup = (delegate* unmanaged[Cdecl]<nint, nint*, int>)Function("MPI_Comm_dup");
        _commFree = (delegate* unmanaged[Cdecl]<nint*, int>)Function("MPI_Comm_free");
        _commRank = (delegate* unmanaged[Cdecl]<nint, int*, int>)Function("MPI_Comm_rank");
        _commSize = (delegate* unmanaged[Cdecl]<nint, int*, int>)Function("MPI_Comm_size");
        _setErrorHandler = (delegate* unmanaged[Cdecl]<nint, nint, int>)Function("MPI_Comm_set_errhandler");
        _allReduce = (delegate* unmanaged[Cdecl]<nint, void*, int, nint, nint, nint, int>)Function("MPI_Allreduce");
        _exclusiveScan = (delegate* unmanaged[Cdecl]<void*, void*, int, nint, nint, nint, int>)Function("MPI_Exscan");
        _allGather = (delegate* unmanaged[Cdecl]<void*, int, nint, void*, int*, int*, nint, nint, int>)Function("MPI_Allgatherv");
        _abort = (delegate* unmanaged[Cdecl]<nint, int, int>)Function("MPI_Abort");
        _version = (delegate* unmanaged[Cdecl]<byte*, int*, int>)Function("MPI_Get_library_version");
        _errorText = (delegate* unmanaged[Cdecl]<int, byte*, int*, int>)Function("MPI_Error_string");
    }

    public string Path { get; }

    public MpiFamily Family { get; }

    public MpiConstants Constants { get; }

    /// <summary>What the library says about itself, in its first line.</summary>
    public string Version
    {
        get
        {
            // 8192 is the longest text of any family.
            Span<byte> text = stackalloc byte[8192];
            int length = 0;
            fixed (byte* start = text)
            {
                _version(start, &length);
            }

            string all = Encoding.UTF8.GetString(text[..Math.Clamp(length, 0, text.Length)]);
            return all.Split('\n', '\0')[0].Replace('\t', ' ').Trim();
        }
    }

    /// <summary>
    /// Loads the library that BALANCEGEN_MPI names. If it is not set, loads the first library that exists: first those of the launcher's family, then the standard
    /// interface, Open MPI and the MPICH family.
    /// </summary>
    /// <exception cref="MpiException">There is none.</exception>
    public static MpiLibrary Load(MpiLauncher? launcher)
    {
        if (Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } chosen)
        {
            return TryLoad(chosen) ?? throw new MpiException($"{PathVariable} names '{chosen}', which cannot be loaded as a library of MPI.");
        }

        (string Name, MpiFamily Family)[] names =
        [
            ("libmpi_abi.so.1", MpiFamily.Standard),
            ("libmpi_abi.so", MpiFamily.Standard),
            ("libmpi.so.40", MpiFamily.OpenMpi),
            ("libmpich.so.12", MpiFamily.Mpich),
            ("libmpi.so.12", MpiFamily.Mpich),
            ("msmpi.dll", MpiFamily.Mpich),
        ];
        foreach ((string name, _) in names.OrderBy(candidate => candidate.Family == launcher?.Family ? 0 : 1))
        {
            if (TryLoad(name) is { } library)
            {
                return library;
            }
        }

        throw new MpiException($"There is no library of MPI. Install Open MPI or MPICH, or name the library by {PathVariable}. Tried: {string.Join(", ", names.Select(candidate => candidate.Name))}.");
    }

    public bool IsInitialized
    {
        get
        {
            int flag = 0;
            Check(_initialized(&flag), "MPI_Initialized");
            return flag != 0;
        }
    }

    /// <summary>Starts MPI.</summary>
    /// <returns>The thread level that the library grants.</returns>
    public int Initialize()
    {
        int provided = 0;
        Check(_initThread(0, 0, Constants.Serialized, &provided), "MPI_Init_thread");
        return provided;
    }

    public void Finish() => Check(_finalize(), "MPI_Finalize");

    public nint Duplicate(nint communicator)
    {
        nint duplicate = 0;
        Check(_commDup(communicator, &duplicate), "MPI_Comm_dup");
        return duplicate;
    }

    public void Free(nint communicator) => Check(_commFree(&communicator), "MPI_Comm_free");

    public int RankIn(nint communicator)
    {
        int rank = 0;
        Check(_commRank(communicator, &rank), "MPI_Comm_rank");
        return rank;
    }

    public int SizeOf(nint communicator)
    {
        int size = 0;
        Check(_commSize(communicator, &size), "MPI_Comm_size");
        return size;
    }

    /// <summary>Makes the functions of a communicator return their errors, instead of ending the job.</summary>
    public void ReturnErrors(nint communicator) => Check(_setErrorHandler(communicator, Constants.ErrorsReturn), "MPI_Comm_set_errhandler");

    public void AllReduce(Span<long> values, nint operation, nint communicator)
    {
        fixed (long* start = values)
        {
            Check(_allReduce(Constants.InPlace, start, values.Length, Constants.Int64, operation, communicator), "MPI_Allreduce");
        }
    }

    public void ExclusiveSum(ReadOnlySpan<long> values, Span<long> before, nint communicator)
    {
        fixed (long* from = values)
        fixed (long* to = before)
        {
            Check(_exclusiveScan(from, to, values.Length, Constants.Int64, Constants.Sum, communicator), "MPI_Exscan");
        }
    }

    public void AllGather(ReadOnlySpan<byte> mine, Span<byte> all, ReadOnlySpan<int> counts, ReadOnlySpan<int> places, nint communicator)
    {
        // No buffer may be a null pointer, not even if nothing is sent.
        byte nothing = 0;
        fixed (byte* from = mine)
        fixed (byte* to = all)
        fixed (int* countsStart = counts)
        fixed (int* placesStart = places)
        {
            Check(
                _allGather(from is null ? &nothing : from, mine.Length, Constants.Byte, to is null ? &nothing : to, countsStart, placesStart, Constants.Byte, communicator),
                "MPI_Allgatherv");
        }
    }

    public void Abort(nint communicator, int code) => _abort(communicator, code);

    private static MpiLibrary? TryLoad(string name)
    {
        if (!NativeLibrary.TryLoad(name, out nint handle))
        {
            return null;
        }

        // The exports of a library say of which family it is, whatever its name.
        string file = System.IO.Path.GetFileName(name);
        MpiFamily family = NativeLibrary.TryGetExport(handle, "ompi_mpi_comm_world", out _) ? MpiFamily.OpenMpi
            : file.StartsWith("libmpi_abi", StringComparison.Ordinal) ? MpiFamily.Standard
            : MpiFamily.Mpich;
        return NativeLibrary.TryGetExport(handle, "MPI_Init_thread", out _) ? new MpiLibrary(handle, name, family) : null;
    }

    private nint Function(string name) => NativeLibrary.TryGetExport(_handle, name, out nint address)
        ? address
        : throw new MpiException($"The library {Path} has no {name}.");

    private void Check(int code, string function)
    {
        if (code == 0)
        {
            return;
        }

        Span<byte> text = stackalloc byte[512];
        text.Clear();
        int length = 0;
        fixed (byte* start = text)
        {
            _errorText(code, start, &length);
        }

        throw new MpiException($"{function} failed: {Encoding.UTF8.GetString(text[..Math.Clamp(length, 0, text.Length)])} (code {code}, {Version}).");
    }
}
