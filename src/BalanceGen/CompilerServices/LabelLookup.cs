using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Unicode;

namespace BalanceGen.CompilerServices;

/// <summary>Finds text labels among declared ones by a comparison policy. Generated code has one for every text label.</summary>
/// <remarks>
/// Immutable and thread-safe. Looking up allocates nothing; O(length of the label). Labels whose case counts are found by a hash without collisions: up
/// to 256 by one of their ends and length, unless some differ only in characters that it does not see, and others by one of all their characters. Labels
/// whose case does not count are found in a frozen dictionary.
/// </remarks>
public sealed class LabelLookup
{
    /// <summary>The longest label in bytes that is converted on the stack.</summary>
    private const int MostOnStack = 256;

    private readonly PerfectHash? _hash;

    /// <summary>The least length of a label that the hash finds without any preparation.</summary>
    private readonly int _leastLong;

    /// <summary>The hash of more labels, and of those that differ only in inner characters.</summary>
    private readonly DisplacementHash? _largeHash;

    /// <summary>The positions where there is no hash.</summary>
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
        bool ignoresCase = comparison.HasFlag(LabelComparison.IgnoreCase);
        StringComparer comparer = ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        var positions = new Dictionary<string, int>(labels.Length, comparer);
        var compared = new string[labels.Length];
        for (int position = 0; position < labels.Length; position++)
        {
            ArgumentNullException.ThrowIfNull(labels[position], nameof(labels));
            string label = _trims ? labels[position].Trim() : labels[position];
            if (!positions.TryAdd(label, position))
            {
                throw new ArgumentException(
                    $"The label '{labels[position]}' equals the label '{labels[positions[label]]}' by this comparison.", nameof(labels));
            }

            compared[position] = label;
            _longest = Math.Max(_longest, label.Length);
        }

        _hash = ignoresCase ? null : PerfectHash.Of(compared);
        _leastLong = _hash is null || _trims ? int.MaxValue : _hash.LeastLong;
        _largeHash = ignoresCase || _hash is not null ? null : DisplacementHash.Of(compared);
        if (_hash is null && _largeHash is null)
        {
            _positions = positions.ToFrozenDictionary(comparer).GetAlternateLookup<ReadOnlySpan<char>>();
        }
    }

    /// <summary>The position of a label among the declared ones.</summary>
    /// <param name="label">The label. Null is none.</param>
    /// <returns>The position, or <see cref="ClassIndex.Unknown"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int IndexOf(string? label)
    {
        if (label is null)
        {
            return ClassIndex.Unknown;
        }

        return label.Length >= _leastLong ? _hash!.IndexOfLong(label) : FindPrepared(label);
    }

    /// <summary>The position of a label among the declared ones.</summary>
    /// <param name="label">The label.</param>
    /// <returns>The position, or <see cref="ClassIndex.Unknown"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int IndexOf(ReadOnlySpan<char> label) =>
        label.Length >= _leastLong ? _hash!.IndexOfLong(label) : FindPrepared(label);

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
            ? Find(characters[..length])
            : ClassIndex.Unknown;

    /// <summary>Apart from the fast path, which is inlined into loops over rows.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FindPrepared(ReadOnlySpan<char> label) => Find(_trims ? label.Trim() : label);

    private int Find(ReadOnlySpan<char> label) =>
        _hash is not null ? _hash.IndexOf(label)
        : _largeHash is not null ? _largeHash.IndexOf(label)
        : _positions.TryGetValue(label, out int position) ? position : ClassIndex.Unknown;

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
