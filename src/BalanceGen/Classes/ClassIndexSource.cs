using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    public string DescribeAt(int position) => _classIndices[position].ToString(null, CultureInfo.InvariantCulture);
}
