using System.Runtime.InteropServices;

namespace BalanceGen.Classes;

/// <summary>The memory of row numbers.</summary>
internal static partial class RowMemory
{
    /// <summary>MADV_HUGEPAGE of Linux.</summary>
    private const int HugePages = 14;

    /// <summary>Smaller arrays would gain nothing: a huge page has 2 MB, and what sticks out on either side stays in small pages.</summary>
    private const int LeastRows = 2 * 1024 * 1024;

    /// <summary>
    /// An array of row numbers with undefined content. Where Linux gives huge pages to those who ask (its default), a large array asks: otherwise
    /// most of the time of a first write goes into one fault for every 4 KB, and rows that are drawn at random miss the translation cache.
    /// </summary>
    public static int[] Allocate(int length)
    {
        int[] rows = GC.AllocateUninitializedArray<int>(length);
        if (length >= LeastRows && OperatingSystem.IsLinux())
        {
            AskForHugePages(rows);
        }

        return rows;
    }

    /// <summary>A hint about addresses, which stays harmless if the collector moves the array or gives the addresses to others.</summary>
    private static unsafe void AskForHugePages(Span<int> rows)
    {
        fixed (int* first = rows)
        {
            nuint page = (nuint)Environment.SystemPageSize;
            nuint start = ((nuint)first + page - 1) / page * page;
            nuint end = (nuint)(first + rows.Length) / page * page;
            try
            {
                // Any answer will do: without huge pages everything works as well.
                _ = Advise(start, end - start, HugePages);
            }
            catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
            {
                // A Linux without the usual C library.
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nuint address, nuint length, int advice);
}
