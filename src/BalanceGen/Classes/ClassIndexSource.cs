using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BalanceGen;

/// <summary>Class indices that are stored as plain integers of any width.</summary>
internal readonly ref struct ClassIndexSource<TInteger>(ReadOnlySpan<TInteger> classIndices) : IClassSource
    where TInteger : unmanaged, IBinaryInteger<TInteger>
{
    private readonly ReadOnlySpan<TInteger> _classIndices = classIndices;

    public int Length => _classIndices.Length;

    public bool MayIgnore => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ClassAt(nint position) =>
        int.CreateTruncating(Unsafe.Add(ref MemoryMarshal.GetReference(_classIndices), position));

    public void CopyTo(int position, scoped Span<byte> classIndices)
    {
        int narrowed = 0;
        if (typeof(TInteger) == typeof(byte))
        {
            narrowed = classIndices.Length;
            MemoryMarshal.Cast<TInteger, byte>(_classIndices.Slice(position, narrowed)).CopyTo(classIndices);
        }
        else if (typeof(TInteger) == typeof(int) && Vector128.IsHardwareAccelerated)
        {
            narrowed = classIndices.Length - (classIndices.Length % Vector128<byte>.Count);
            Narrow(MemoryMarshal.Cast<TInteger, int>(_classIndices.Slice(position, narrowed)), classIndices);
        }

        ClassReading.CopyBytes(this, position + narrowed, classIndices[narrowed..]);
    }

    public string DescribeAt(int position) => _classIndices[position].ToString(null, CultureInfo.InvariantCulture);

    /// <summary>Sixteen numbers at a time, by signed saturation: negative ones stay negative, and large ones become 127.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrow(ReadOnlySpan<int> numbers, Span<byte> bytes)
    {
        ref int source = ref MemoryMarshal.GetReference(numbers);
        ref byte destination = ref MemoryMarshal.GetReference(bytes);
        for (nuint position = 0; position < (nuint)numbers.Length; position += 16)
        {
            Vector128<short> lower = Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref source, position), Vector128.LoadUnsafe(ref source, position + 4));
            Vector128<short> upper = Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref source, position + 8), Vector128.LoadUnsafe(ref source, position + 12));
            Vector128.NarrowWithSaturation(lower, upper).AsByte().StoreUnsafe(ref destination, position);
        }
    }
}
