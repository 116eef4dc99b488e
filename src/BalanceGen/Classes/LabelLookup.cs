using System.Buffers;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace BalanceGen;

/// <summary>Finds text labels among declared ones by a comparison policy. Generated code has one for labels that a switch cannot find.</summary>
/// <remarks>Immutable and thread-safe. Looking up allocates nothing; O(length of the label).</remarks>
public sealed class LabelLookup
{
    /// <summary>The longest label in bytes that is converted on the stack.</summary>
    private const int MostOnStack = 256;

    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _positions;
    private readonly bool _trims;
    private readonly int _longest;

    /// <summary>Declares the labels.</summary>
    /// <param name="comparison">How labels are compared; the declared ones are trimmed too where it trims.</param>
    /// <param name="labels">The labels; at least one, none null, no two equal by the comparison.</param>
    /// <exception cref="ArgumentException">No label is given, or a label is null, or two are equal.</exception>
    public LabelLookup(LabelComparison comparison, params ReadOnlySpan<string> labels)
    {
        if (labels.IsEmpty)
        {
            throw new ArgumentException("At least one label is needed.", nameof(labels));
        }

        _trims = comparison.HasFlag(LabelComparison.Trim);
        StringComparer comparer = comparison.HasFlag(LabelComparison.IgnoreCase) ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        var positions = new Dictionary<string, int>(labels.Length, comparer);
        for (int position = 0; position < labels.Length; position++)
        {
            ArgumentNullException.ThrowIfNull(labels[position], nameof(labels));
            string label = _trims ? labels[position].Trim() : labels[position];
            if (!positions.TryAdd(label, position))
            {
                throw new ArgumentException(
                    $"The label '{labels[position]}' equals the label '{labels[positions[label]]}' by this comparison.", nameof(labels));
            }

            _longest = Math.Max(_longest, label.Length);
        }

        _positions = positions.ToFrozenDictionary(comparer).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The position of a label among the declared ones.</summary>
    /// <param name="label">The label.</param>
    /// <returns>The position, or <see cref="ClassIndex.Unknown"/>.</returns>
    public int IndexOf(ReadOnlySpan<char> label) =>
        _positions.TryGetValue(_trims ? label.Trim() : label, out int position) ? position : ClassIndex.Unknown;

    /// <summary>The position of a label that is given as UTF-8 bytes. Bytes that are not valid UTF-8 are no label.</summary>
    /// <param name="label">The label.</param>
    /// <returns>The position, or <see cref="ClassIndex.Unknown"/>.</returns>
    [SkipLocalsInit]
    public int IndexOf(ReadOnlySpan<byte> label)
    {
        if (_trims)
        {
            label = Trim(label);
        }

        // UTF-8 has at most 3 bytes for each unit of UTF-16.
        if (label.Length > 3L * _longest)
        {
            return ClassIndex.Unknown;
        }

        if (label.Length <= MostOnStack)
        {
            return IndexOf(label, stackalloc char[MostOnStack]);
        }

        char[] buffer = ArrayPool<char>.Shared.Rent(label.Length);
        int position = IndexOf(label, buffer);
        ArrayPool<char>.Shared.Return(buffer);
        return position;
    }

    private int IndexOf(ReadOnlySpan<byte> label, Span<char> characters) =>
        Utf8.ToUtf16(label, characters, out _, out int length, replaceInvalidSequences: false) == OperationStatus.Done
        && _positions.TryGetValue(characters[..length], out int position)
            ? position
            : ClassIndex.Unknown;

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> label)
    {
        while (Rune.DecodeFromUtf8(label, out Rune first, out int length) == OperationStatus.Done && Rune.IsWhiteSpace(first))
        {
            label = label[length..];
        }

        while (Rune.DecodeLastFromUtf8(label, out Rune last, out int length) == OperationStatus.Done && Rune.IsWhiteSpace(last))
        {
            label = label[..^length];
        }

        return label;
    }
}
