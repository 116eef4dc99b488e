using System.Collections.Frozen;

namespace BalanceGen.CompilerServices;

/// <summary>Finds labels among declared constants: enum members, numbers or characters. Generated code has one where there are too many for a switch.</summary>
/// <typeparam name="T">The type of a label. Labels are equal as <see cref="EqualityComparer{T}.Default"/> says: decimals by value.</typeparam>
/// <remarks>Immutable and thread-safe. Looking up allocates nothing; O(1).</remarks>
public sealed class ConstantLookup<T>
    where T : struct
{
    private readonly FrozenDictionary<T, int> _positions;

    /// <summary>Declares the labels.</summary>
    /// <param name="labels">The labels; at least one, no two equal.</param>
    /// <exception cref="ArgumentException">No label is given, or two are equal.</exception>
    public ConstantLookup(params ReadOnlySpan<T> labels)
    {
        if (labels.IsEmpty)
        {
            throw new ArgumentException("At least one label is needed.", nameof(labels));
        }

        var positions = new Dictionary<T, int>(labels.Length);
        for (int position = 0; position < labels.Length; position++)
        {
            if (!positions.TryAdd(labels[position], position))
            {
                throw new ArgumentException(
                    $"The label {labels[position]} is given twice, at {positions[labels[position]]} and {position}.", nameof(labels));
            }
        }

        _positions = positions.ToFrozenDictionary();
    }

    /// <summary>The position of a label among the declared ones.</summary>
    /// <param name="label">The label.</param>
    /// <returns>The position, or <see cref="ClassIndex.Unknown"/>.</returns>
    public int IndexOf(T label) => _positions.TryGetValue(label, out int position) ? position : ClassIndex.Unknown;
}
