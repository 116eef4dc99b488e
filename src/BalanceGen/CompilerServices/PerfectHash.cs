using System.Numerics;
using System.Runtime.InteropServices;

namespace BalanceGen.CompilerServices;

/// <summary>
/// Finds a text among up to 256 by a hash that gives each of them a slot of its own. Labels come in no order, so a branch that depends on them is often
/// mispredicted, which costs more than all the rest: here the only one tells whether a text has more characters than two words hold.
/// </summary>
/// <remarks>
/// The two words hold the first and the last characters of a text: eight in all, or four where one of the texts is a single character. They are hashed
/// with the length, and compared before anything else is. No seed is random. Immutable. The loop over rows has few registers left: what it needs is
/// kept in as few values as possible.
/// </remarks>
internal sealed class PerfectHash
{
    private const int MostTexts = 256;

    private const int LeastSlots = 16;

    /// <summary>The most characters that are read at once: those of a word.</summary>
    private const int MostAtOnce = 4;

    /// <summary>The characters that two words hold where a text has at least <see cref="LeastLong"/>.</summary>
    private const int MostInLongWords = 2 * MostAtOnce;

    /// <summary>The words of texts whose characters are below 256, as those of Latin languages, are interleaved byte by byte: no two of one length have one sum.</summary>
    private const int BitsOfLatin = 8;

    /// <summary>Odd, and without a pattern: a difference in length is no difference in a few characters.</summary>
    private const int LengthFactor = 0x5E3779B1;

    /// <summary>There are at least an eighth as many slots as pairs in either order: about four pairs collide in an attempt, and none in one of a hundred.</summary>
    private const int PairsPerSlot = 8;

    /// <summary>All fail for texts whose words and lengths are equal, and hardly ever for others. They take one or two milliseconds.</summary>
    private const int MostAttempts = 4000;

    private readonly int _shortest;
    private readonly int _charactersAtOnce;
    private readonly int _mostInWords;
    private readonly int _positionOfEmpty;
    private readonly int _shift;
    private readonly Slot[] _slots;
    private ulong _multiplier = 1;

    private PerfectHash(ReadOnlySpan<string> texts)
    {
        _shortest = int.MaxValue;
        foreach (string text in texts)
        {
            _shortest = text.Length == 0 ? _shortest : Math.Min(_shortest, text.Length);
        }

        _charactersAtOnce = _shortest switch { >= MostAtOnce => MostAtOnce, >= 2 => 2, _ => 1 };
        _mostInWords = _charactersAtOnce == 1 ? 4 : MostInLongWords;
        LeastLong = _charactersAtOnce == MostAtOnce ? _shortest : int.MaxValue;
        _positionOfEmpty = texts.IndexOf("");
        _slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)Math.Max(LeastSlots, texts.Length * texts.Length / PairsPerSlot))];
        _shift = 64 - BitOperations.Log2((uint)_slots.Length);
    }

    /// <summary>Finds a hash.</summary>
    /// <param name="texts">The texts, no two equal.</param>
    /// <returns>The hash, or null: the texts are too many, or two of them differ only in characters that are not hashed.</returns>
    public static PerfectHash? Of(ReadOnlySpan<string> texts)
    {
        if (texts.Length > MostTexts)
        {
            return null;
        }

        var hash = new PerfectHash(texts);
        var filled = new List<Slot>(texts.Length);
        for (int position = 0; position < texts.Length; position++)
        {
            if (position != hash._positionOfEmpty)
            {
                (ulong first, ulong last) = hash.Words(texts[position]);
                filled.Add(new Slot(texts[position], first, last, texts[position].Length, position));
            }
        }

        return hash.TryFill(CollectionsMarshal.AsSpan(filled)) ? hash : null;
    }

    /// <summary>The least length of a text that <see cref="IndexOfLong"/> finds; <see cref="int.MaxValue"/> where some texts are too short for it.</summary>
    public int LeastLong { get; }

    /// <summary>The position of a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The position, or <see cref="ClassIndex.Unknown"/>.</returns>
    public int IndexOf(ReadOnlySpan<char> text)
    {
        if (text.Length < _shortest)
        {
            return text.IsEmpty ? _positionOfEmpty : ClassIndex.Unknown;
        }

        (ulong first, ulong last) = Words(text);
        ref readonly Slot slot = ref SlotOf(first, last, text.Length);
        return !slot.Holds(first, last, text.Length) ? ClassIndex.Unknown
            : text.Length <= _mostInWords ? slot.Position
            : PositionIfEqual(text, in slot);
    }

    /// <summary>The position of a text that has at least <see cref="LeastLong"/> characters. Short enough for loops over rows.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The position, or <see cref="ClassIndex.Unknown"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int IndexOfLong(ReadOnlySpan<char> text)
    {
        ref char start = ref MemoryMarshal.GetReference(text);
        ulong first = Read<ulong>(ref start, 0);
        ulong last = Read<ulong>(ref start, text.Length - MostAtOnce);
        ref readonly Slot slot = ref SlotOf(first, last, text.Length);
        return !slot.Holds(first, last, text.Length) ? ClassIndex.Unknown
            : text.Length <= MostInLongWords ? slot.Position
            : PositionIfEqual(text, in slot);
    }

    /// <summary>Looks for a multiplier that gives each a slot of its own, and puts them there.</summary>
    private bool TryFill(ReadOnlySpan<Slot> filled)
    {
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            // All numbers of this generator are odd (Steele and Vigna: Computationally easy, spectrally good multipliers, 2021).
            _multiplier *= 0xD1342543DE82EF95;
            int placed = 0;
            while (placed < filled.Length && TryPlace(filled[placed]))
            {
                placed++;
            }

            if (placed == filled.Length)
            {
                return true;
            }

            foreach (Slot slot in filled[..placed])
            {
                SlotOf(slot.First, slot.Last, slot.Length) = default;
            }
        }

        return false;
    }

    private bool TryPlace(Slot filled)
    {
        ref Slot slot = ref SlotOf(filled.First, filled.Last, filled.Length);
        if (slot.Length > 0)
        {
            return false;
        }

        slot = filled;
        return true;
    }

    /// <summary>Apart, so that loops over rows stay short.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int PositionIfEqual(ReadOnlySpan<char> text, ref readonly Slot slot) => text.SequenceEqual(slot.Text) ? slot.Position : ClassIndex.Unknown;

    /// <summary>The slot of a text is the topmost bits of a product, which depend on all bits of the words. There are as many slots as these bits can tell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Slot SlotOf(ulong first, ulong last, int length)
    {
        ulong key = first + BitOperations.RotateLeft(last, BitsOfLatin) + ((uint)length * (ulong)LengthFactor);
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_slots), (nint)((key * _multiplier) >> _shift));
    }

    /// <summary>Reads the characters at both ends, each of them at least once where two words hold them all.</summary>
    private (ulong First, ulong Last) Words(ReadOnlySpan<char> text)
    {
        ref char start = ref MemoryMarshal.GetReference(text);
        nint end = text.Length - _charactersAtOnce;
        nint second = Math.Min(_charactersAtOnce, end);
        nint third = end - second;
        return _charactersAtOnce switch
        {
            MostAtOnce => (Read<ulong>(ref start, 0), Read<ulong>(ref start, end)),
            2 => (Pair(Read<uint>(ref start, 0), Read<uint>(ref start, second)), Pair(Read<uint>(ref start, third), Read<uint>(ref start, end))),
            _ => (Pair(start, Read<char>(ref start, second)), Pair(Read<char>(ref start, third), Read<char>(ref start, end))),
        };
    }

    private static ulong Pair(uint low, uint high) => low | ((ulong)high << 32);

    private static T Read<T>(ref char start, nint offset)
        where T : unmanaged =>
        Unsafe.ReadUnaligned<T>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref start, offset)));

    private readonly record struct Slot(string Text, ulong First, ulong Last, int Length, int Position)
    {
        /// <summary>Whether the words and the length are these. One branch, and it is hardly ever taken.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Holds(ulong first, ulong last, int length) => ((First ^ first) | (Last ^ last) | (uint)(Length ^ length)) == 0;
    }
}
