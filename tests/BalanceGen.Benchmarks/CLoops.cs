using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace BalanceGen.Benchmarks;

/// <summary>The loops of loops.c, compiled for this machine by the system's C compiler.</summary>
internal sealed unsafe class CLoops : IDisposable
{
    /// <summary>Without vectorisation of loops: gathers of the vectors are slower than plain loads on many machines.</summary>
    private static readonly string[] Options = ["-O3", "-march=native", "-fno-tree-vectorize", "-shared", "-fPIC"];

    private readonly DirectoryInfo _directory;
    private readonly nint _library;
    private readonly delegate* unmanaged<ulong*, ulong*, long, int*, int*, long, ulong, void> _weightedDraws;
    private readonly delegate* unmanaged<int*, long, int*, long, int*, void> _sortedRows;
    private readonly delegate* unmanaged<int*, long, long, long*, void> _counts;

    private CLoops(DirectoryInfo directory, string library)
    {
        _directory = directory;
        _library = NativeLibrary.Load(library);
        _weightedDraws = (delegate* unmanaged<ulong*, ulong*, long, int*, int*, long, ulong, void>)NativeLibrary.GetExport(_library, "weighted_draws");
        _sortedRows = (delegate* unmanaged<int*, long, int*, long, int*, void>)NativeLibrary.GetExport(_library, "sorted_rows");
        _counts = (delegate* unmanaged<int*, long, long, long*, void>)NativeLibrary.GetExport(_library, "counts");
    }

    /// <summary>Compiles and loads them; null where there is no compiler.</summary>
    public static CLoops? Compile()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("loops");
        string library = Path.Combine(directory.FullName, "loops.so");
        try
        {
            using Process compiler = Process.Start("cc", [.. Options, "-o", library, Path.Combine(AppContext.BaseDirectory, "loops.c")]);
            compiler.WaitForExit();
            return compiler.ExitCode == 0 ? new CLoops(directory, library) : throw new InvalidOperationException("loops.c was not compiled.");
        }
        catch (Win32Exception)
        {
            directory.Delete();
            return null;
        }
    }

    /// <summary>Weighted draws from the same table and the same rows as ours.</summary>
    public void WeightedDraws(AliasTable table, ReadOnlySpan<int> sortedRows, Span<int> rows, ulong seed)
    {
        fixed (ulong* thresholds = table.Thresholds, ranges = table.Ranges)
        fixed (int* members = sortedRows, drawn = rows)
        {
            _weightedDraws(thresholds, ranges, table.Thresholds.Length, members, drawn, rows.Length, seed);
        }
    }

    /// <summary>The rows in the order of their classes; the counts are known.</summary>
    public void SortedRows(ReadOnlySpan<int> classOfRow, ReadOnlySpan<int> starts, Span<int> sortedRows)
    {
        fixed (int* classes = classOfRow, first = starts, sorted = sortedRows)
        {
            _sortedRows(classes, classOfRow.Length, first, starts.Length, sorted);
        }
    }

    public void Counts(ReadOnlySpan<int> classOfRow, Span<long> counts)
    {
        fixed (int* classes = classOfRow)
        fixed (long* result = counts)
        {
            _counts(classes, classOfRow.Length, counts.Length, result);
        }
    }

    public void Dispose()
    {
        NativeLibrary.Free(_library);
        _directory.Delete(recursive: true);
    }
}
