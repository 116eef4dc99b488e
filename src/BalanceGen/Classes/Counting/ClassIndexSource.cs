using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BalanceGen.Classes;

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
        if (typeof(TInteger) == typeof(byte))
        {
            MemoryMarshal.Cast<TInteger, byte>(_classIndices.Slice(position, classIndices.Length)).CopyTo(classIndices);
        }
        else if (typeof(TInteger) == typeof(int) && Vector128.IsHardwareAccelerated && classIndices.Length >= Vector128<byte>.Count)
        {
            Narrow(MemoryMarshal.Cast<TInteger, int>(_classIndices.Slice(position, classIndices.Length)), classIndices);
        }
        else
        {
            ClassReading.CopyBytes(this, position, classIndices);
        }
    }

    public string DescribeAt(int position) => _classIndices[position].ToString(null, CultureInfo.InvariantCulture);

    /// <summary>Sixteen numbers at a time, and the last sixteen, some of which may be a second time among them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrow(ReadOnlySpan<int> numbers, Span<byte> bytes)
    {
        ref int source = ref MemoryMarshal.GetReference(numbers);
        ref byte destination = ref MemoryMarshal.GetReference(bytes);
        nuint last = (nuint)(numbers.Length - Vector128<byte>.Count);
        for (nuint position = 0; position < last; position += (nuint)Vector128<byte>.Count)
        {
            Narrow(ref source, position).StoreUnsafe(ref destination, position);
        }

        Narrow(ref source, last).StoreUnsafe(ref destination, last);
    }

    /// <summary>By signed saturation: negative numbers stay negative, and large ones become 127.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Narrow(ref int source, nuint position)
    {
        Vector128<short> lower = Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref source, position), Vector128.LoadUnsafe(ref source, position + 4));
        Vector128<short> upper = Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref source, position + 8), Vector128.LoadUnsafe(ref source, position + 12));
        return Vector128.NarrowWithSaturation(lower, upper).AsByte();
    }
}
