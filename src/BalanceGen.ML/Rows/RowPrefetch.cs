using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace BalanceGen.ML;

/// <summary>Asks the processor for rows before they are read. Rows that a sampler draws lie anywhere, and each would be waited for on its own.</summary>
/// <remarks>
/// A hint. It reads and changes nothing, and the processor ignores an address that is none (Intel 64 and IA-32 Architectures Software
/// Developer's Manual, PREFETCHh). On other processors it does nothing.
/// </remarks>
internal static class RowPrefetch
{
    private const int LineLength = 64;

    /// <summary>As many lines of what a row refers to; the processor notices longer runs itself.</summary>
    private const int MostLines = 5;

    /// <summary>As many words of a row are looked at.</summary>
    private const int MostWords = 4;

    /// <summary>Asks for a row.</summary>
    public static unsafe void Row<T>(ref readonly T row)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in row)));
        }
    }

    /// <summary>Asks for the objects that a row refers to: which of its words are references is not known here, and a prefetch of another word is ignored.</summary>
    public static unsafe void Referenced<T>(ref readonly T row)
    {
        if (!Sse.IsSupported || !RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            return;
        }

        ref nint first = ref Unsafe.As<T, nint>(ref Unsafe.AsRef(in row));
        int words = Math.Min(Unsafe.SizeOf<T>() / sizeof(nint), MostWords);
        for (int word = 0; word < words; word++)
        {
            byte* address = (byte*)Unsafe.Add(ref first, word);
            for (int line = 0; line < MostLines; line++)
            {
                Sse.Prefetch0(address + (line * LineLength));
            }
        }
    }
}
