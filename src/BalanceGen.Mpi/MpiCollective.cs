using System.Globalization;
using BalanceGen.Sharding;

namespace BalanceGen.Mpi;

/// <summary>The ranks of an MPI job.</summary>
/// <remarks>
/// The library is loaded at run time: Open MPI, the MPICH family, or the interface of MPI 5. The library of the launcher's family is tried first, unless the environment
/// variable BALANCEGEN_MPI names one. The messages have a communicator of their own and cannot mix with those of the program. Errors are exceptions. Calls may come from
/// any thread, but only one at a time. A process has only one such object.
/// </remarks>
public sealed class MpiCollective : ICollective
{
    /// <summary>The exit code of a job that ends because of an exception on one rank.</summary>
    public const int UnhandledExceptionCode = 65;

    /// <summary>The most elements that one call can have, because counts are 32-bit integers.</summary>
    private const int MostElements = 1 << 27;

    private readonly MpiLibrary _library;
    private readonly Lock _calling = new();
    private readonly nint _communicator;
    private readonly bool _ownsMpi;
    private readonly int _onlyThread;
    private readonly int _mostElements;
    private bool _isDisposed;

    private MpiCollective(MpiLibrary library, MpiLauncher? launcher, int mostElements)
    {
        _library = library;
        _mostElements = mostElements;
        _ownsMpi = !library.IsInitialized;
        _onlyThread = _ownsMpi && library.Initialize() < library.Constants.Serialized ? Environment.CurrentManagedThreadId : 0;
        nint world = library.Constants.World;
        int size = library.SizeOf(world);
        if (launcher is { WorldSize: > 1 } && size == 1)
        {
            throw new MpiException(string.Create(
                CultureInfo.InvariantCulture,
                $"{launcher.Name} started {launcher.WorldSize} processes ({launcher.Variable}), but for the library {library.Path} ({library.Version}) each of them is alone. Start the job with the library's own launcher, or name the launcher's library by BALANCEGEN_MPI; under Slurm choose its interface, such as srun --mpi=pmix."));
        }

        _communicator = library.Duplicate(world);
        library.ReturnErrors(_communicator);
        Rank = new WorldRank(library.RankIn(_communicator), size);
        AppDomain.CurrentDomain.UnhandledException += AbortUnhandled;
    }

    /// <inheritdoc/>
    public WorldRank Rank { get; }

    /// <summary>The binary interface of the library.</summary>
    public MpiFamily Family => _library.Family;

    /// <summary>What the library says about itself.</summary>
    public string LibraryVersion => _library.Version;

    /// <summary>Joins the job.</summary>
    /// <exception cref="MpiException">There is no library, it does not fit the launcher, or it failed.</exception>
    public static MpiCollective Join() => Join(MostElements);

    /// <inheritdoc/>
    /// <exception cref="MpiException">The library reports an error.</exception>
    public void AllReduceSum(Span<long> values) => AllReduce(values, _library.Constants.Sum);

    /// <inheritdoc/>
    /// <exception cref="MpiException">The library reports an error.</exception>
    public void AllReduceMax(Span<long> values) => AllReduce(values, _library.Constants.Max);

    /// <inheritdoc/>
    /// <exception cref="MpiException">The library reports an error.</exception>
    public void ExclusiveSum(ReadOnlySpan<long> values, Span<long> before)
    {
        using Lock.Scope scope = Enter();
        before = before[..values.Length];
        for (int first = 0; first < values.Length; first += _mostElements)
        {
            int count = Math.Min(_mostElements, values.Length - first);
            _library.ExclusiveSum(values.Slice(first, count), before.Slice(first, count), _communicator);
        }

        if (Rank.Rank == 0)
        {
            // MPI leaves the result of rank 0 undefined.
            before.Clear();
        }
    }

    /// <inheritdoc/>
    /// <exception cref="MpiException">The library reports an error.</exception>
    public byte[][] AllGather(ReadOnlySpan<byte> mine)
    {
        using Lock.Scope scope = Enter();
        int worldSize = Rank.WorldSize;
        var lengths = new long[worldSize];
        lengths[Rank.Rank] = mine.Length;
        Reduce(lengths, _library.Constants.Max);
        byte[][] all = [.. lengths.Select(length => new byte[length])];

        // Counts and offsets are 32-bit integers. So each call sends only as much as fits for all ranks together.
        int most = Math.Max(1, _mostElements / worldSize);
        var counts = new int[worldSize];
        var places = new int[worldSize];
        var buffer = new byte[lengths.Sum(length => Math.Min(length, most))];
        for (long sent = 0; sent < lengths.Max(); sent += most)
        {
            int place = 0;
            for (int rank = 0; rank < worldSize; rank++)
            {
                counts[rank] = (int)Math.Clamp(lengths[rank] - sent, 0, most);
                places[rank] = place;
                place += counts[rank];
            }

            ReadOnlySpan<byte> part = counts[Rank.Rank] == 0 ? default : mine.Slice((int)sent, counts[Rank.Rank]);
            _library.AllGather(part, buffer, counts, places, _communicator);
            for (int rank = 0; rank < worldSize; rank++)
            {
                if (counts[rank] > 0)
                {
                    buffer.AsSpan(places[rank], counts[rank]).CopyTo(all[rank].AsSpan((int)sent));
                }
            }
        }

        return all;
    }

    /// <summary>Writes the message to the error stream and ends all ranks of the job.</summary>
    /// <param name="code">The exit code.</param>
    /// <param name="message">What happened.</param>
    public void Abort(int code, string message)
    {
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Rank {Rank.Rank}: {message}"));
        Console.Error.Flush();
        _library.Abort(_communicator, code);
    }

    /// <summary>Leaves the job. If this object started MPI, it ends MPI, and the process cannot start MPI again.</summary>
    public void Dispose()
    {
        lock (_calling)
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                AppDomain.CurrentDomain.UnhandledException -= AbortUnhandled;
                _library.Free(_communicator);
                if (_ownsMpi)
                {
                    _library.Finish();
                }
            }
        }
    }

    internal static MpiCollective Join(int mostElements)
    {
        var launcher = MpiLauncher.Find(Environment.GetEnvironmentVariable);
        return new MpiCollective(MpiLibrary.Load(launcher), launcher, mostElements);
    }

    private void AllReduce(Span<long> values, nint operation)
    {
        using Lock.Scope scope = Enter();
        Reduce(values, operation);
    }

    private void Reduce(Span<long> values, nint operation)
    {
        for (int first = 0; first < values.Length; first += _mostElements)
        {
            _library.AllReduce(values.Slice(first, Math.Min(_mostElements, values.Length - first)), operation, _communicator);
        }
    }

    private Lock.Scope Enter()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _onlyThread == 0 || _onlyThread == Environment.CurrentManagedThreadId
            ? _calling.EnterScope()
            : throw new MpiException($"The library {_library.Version} accepts calls only from the thread that started it.");
    }

    /// <summary>Ends the job if an exception ends this process, because the other ranks would wait for it.</summary>
    private void AbortUnhandled(object sender, UnhandledExceptionEventArgs happened) =>
        Abort(UnhandledExceptionCode, happened.ExceptionObject.ToString() ?? "an unhandled exception");
}
