using System.Runtime.InteropServices;

namespace BalanceGen.Sampling;

/// <summary>
/// Whole rounds of few classes, drawn class by class: the draws of a class are consecutive visits, and the table says where they go. Rows of a large index are read some classes
/// later than their positions are known, when the entries that are fetched ahead have arrived.
/// </summary>
internal ref struct RoundDraws(PermutedRows permuted, RowLookup lookup, Span<int> staged)
{
    /// <summary>The least number of draws between the fetch of an entry and its use.</summary>
    private const int Lead = 192;

    private readonly PermutedRows _permuted = permuted;
    private readonly RowLookup _lookup = lookup;

    // The positions of the rounds in progress, class by class, and what is still to be read of them: all classes from the first unread one on.
    private readonly Span<int> _staged = staged;
    private RoundTable _rounds;
    private Span<int> _drawn;
    private int _unread;

    /// <summary>Draws consecutive rounds. Some of the rows may be written later only: by the next call or by <see cref="Finish"/>.</summary>
    /// <param name="firstRound">The number of the first round.</param>
    /// <param name="rounds">The rounds; unchanged until the call after the next one.</param>
    /// <param name="drawn">Receives the rows of all classes in these rounds.</param>
    public void Draw(long firstRound, RoundTable rounds, Span<int> drawn)
    {
        if (_lookup.IsFar)
        {
            DrawAhead(firstRound, rounds, drawn);
        }
        else if (_lookup.IsIdentity)
        {
            DrawAtOnce(firstRound, rounds, drawn, default(RowLookup.None));
        }
        else
        {
            DrawAtOnce(firstRound, rounds, drawn, _lookup.AtOnce);
        }
    }

    /// <summary>Reads what is unread.</summary>
    public void Finish()
    {
        if (_drawn.IsEmpty)
        {
            return;
        }

        for (int place = _unread; place < _permuted.ClassCount; place++)
        {
            ReadStaged(place, _rounds, _drawn);
        }

        _drawn = default;
    }

    private readonly void DrawAtOnce<TReader>(long firstRound, RoundTable rounds, Span<int> drawn, TReader reader)
        where TReader : struct, RowLookup.IReader, allows ref struct
    {
        int classes = _permuted.ClassCount;
        for (int place = 0; place < classes; place++)
        {
            long visit = firstRound;
            for (ReadOnlySpan<ushort> draws = rounds.Of(place); !draws.IsEmpty;)
            {
                ReadOnlySpan<int> positions = _permuted.PositionsFrom(place, visit);
                positions = positions[..Math.Min(positions.Length, draws.Length)];
                Scatter(positions, draws, rounds.FirstDraw, drawn, reader);
                visit += positions.Length;
                draws = draws[positions.Length..];
            }
        }
    }

    private void DrawAhead(long firstRound, RoundTable rounds, Span<int> drawn)
    {
        // Since the last call the slots were made, so that the entries have had time to arrive.
        Finish();
        int classes = _permuted.ClassCount;
        int lead = (Lead + rounds.Count - 1) / rounds.Count;
        for (int place = 0; place < classes; place++)
        {
            Stage(place, firstRound, _staged.Slice(place * rounds.Count, rounds.Count));
            if (place >= lead)
            {
                ReadStaged(place - lead, rounds, drawn);
            }
        }

        _rounds = rounds;
        _drawn = drawn;
        _unread = Math.Max(0, classes - lead);
    }

    private readonly void ReadStaged(int place, RoundTable rounds, Span<int> drawn) =>
        Scatter(_staged.Slice(place * rounds.Count, rounds.Count), rounds.Of(place), rounds.FirstDraw, drawn, _lookup.AtOnce);

    private readonly void Stage(int place, long visit, Span<int> staged)
    {
        while (!staged.IsEmpty)
        {
            ReadOnlySpan<int> positions = _permuted.PositionsFrom(place, visit);
            positions = positions[..Math.Min(positions.Length, staged.Length)];
            positions.CopyTo(staged);
            _lookup.Prefetch(positions);
            staged = staged[positions.Length..];
            visit += positions.Length;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Scatter<TReader>(ReadOnlySpan<int> positions, ReadOnlySpan<ushort> draws, nint firstDraw, Span<int> drawn, TReader reader)
        where TReader : struct, RowLookup.IReader, allows ref struct
    {
        // There is a draw, one of those that are filled, for each position.
        ref ushort draw = ref MemoryMarshal.GetReference(draws);
        ref int first = ref MemoryMarshal.GetReference(drawn);
        ref int position = ref MemoryMarshal.GetReference(positions);
        nint index = 0;
        for (; index + 4 <= positions.Length; index += 4)
        {
            int row0 = reader.Read(Unsafe.Add(ref position, index));
            int row1 = reader.Read(Unsafe.Add(ref position, index + 1));
            int row2 = reader.Read(Unsafe.Add(ref position, index + 2));
            int row3 = reader.Read(Unsafe.Add(ref position, index + 3));
            Unsafe.Add(ref first, Unsafe.Add(ref draw, index) - firstDraw) = row0;
            Unsafe.Add(ref first, Unsafe.Add(ref draw, index + 1) - firstDraw) = row1;
            Unsafe.Add(ref first, Unsafe.Add(ref draw, index + 2) - firstDraw) = row2;
            Unsafe.Add(ref first, Unsafe.Add(ref draw, index + 3) - firstDraw) = row3;
        }

        for (; index < positions.Length; index++)
        {
            Unsafe.Add(ref first, Unsafe.Add(ref draw, index) - firstDraw) = reader.Read(Unsafe.Add(ref position, index));
        }
    }
}
