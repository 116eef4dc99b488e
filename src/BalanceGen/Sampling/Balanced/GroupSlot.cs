namespace BalanceGen.Sampling;

/// <summary>
/// What stands in a slot of a period: a turn of a group of classes, and how far it may move from there. Turn m of a group of n classes is place
/// m mod n of its round m div n. In one word, as a schedule has up to a million of them.
/// </summary>
internal readonly struct GroupSlot
{
    /// <summary>The greatest distance that is stored; a turn that may move further has it.</summary>
    public const int FarthestMove = 255;

    private readonly ulong _word;

    /// <summary>A turn in a slot.</summary>
    /// <param name="group">The number of the group. There are fewer than 2^16, as their quotas differ and add up to 2^30 at most.</param>
    /// <param name="turn">The number of the turn in the period, from 0.</param>
    /// <param name="back">By how many slots it may come sooner.</param>
    /// <param name="ahead">By how many slots it may come later.</param>
    public GroupSlot(int group, int turn, int back, int ahead) =>
        _word = (uint)turn
            | ((ulong)(uint)group << 32)
            | ((ulong)(uint)Math.Min(back, FarthestMove) << 48)
            | ((ulong)(uint)Math.Min(ahead, FarthestMove) << 56);

    /// <summary>The number of the turn in the period, from 0.</summary>
    public int Turn => (int)(uint)_word;

    /// <summary>The number of the group.</summary>
    public int Group => (ushort)(_word >> 32);

    /// <summary>By how many slots the turn may come sooner, up to <see cref="FarthestMove"/>.</summary>
    public int Back => (byte)(_word >> 48);

    /// <summary>By how many slots the turn may come later, up to <see cref="FarthestMove"/>.</summary>
    public int Ahead => (byte)(_word >> 56);
}
