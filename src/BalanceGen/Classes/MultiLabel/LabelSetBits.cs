using System.Numerics;

namespace BalanceGen.Classes;

/// <summary>Collects the classes of a row in any order, some of them perhaps twice. Generated code keeps the bits on the stack.</summary>
/// <param name="bits">One bit per class, all 0: at least (class count + 63) / 64 words.</param>
public readonly ref struct LabelSetBits(Span<ulong> bits)
{
    private readonly Span<ulong> _bits = bits;

    /// <summary>Adds a class.</summary>
    /// <param name="classIndex">The class index.</param>
    /// <exception cref="IndexOutOfRangeException">There is no bit for the class.</exception>
    public void Add(int classIndex) => _bits[classIndex >> 6] |= 1UL << (classIndex & 63);

    /// <summary>Writes the classes in ascending order, each once.</summary>
    /// <param name="classIndices">Where the class indices go.</param>
    /// <returns>How many were written.</returns>
    /// <exception cref="IndexOutOfRangeException">The destination is too short.</exception>
    public int CopyTo(Span<int> classIndices)
    {
        int length = 0;
        for (int word = 0; word < _bits.Length; word++)
        {
            for (ulong rest = _bits[word]; rest != 0; rest &= rest - 1)
            {
                classIndices[length++] = (word << 6) + BitOperations.TrailingZeroCount(rest);
            }
        }

        return length;
    }
}
