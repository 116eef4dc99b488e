using System.Runtime.CompilerServices;

namespace BalanceGen.Sharding;

/// <content>Finds the shard and the row of a place. It guesses the shard, goes a few steps from there, and reads the row in the index of the shard.</content>
public sealed unsafe partial class ShardedIndex
{
    /// <summary>All rows of a class in the order of its places.</summary>
    internal IEnumerable<ShardRow> AllOf(int classIndex)
    {
        const int Run = 4096;
        var places = new ClassPlace[Run];
        var rows = new ShardRow[Run];
        for (long first = 0; first < Counts[classIndex]; first += Run)
        {
            int count = (int)Math.Min(Run, Counts[classIndex] - first);
            for (int place = 0; place < count; place++)
            {
                places[place] = new ClassPlace(classIndex, first + place);
            }

            Fill(places.AsSpan(0, count), rows);
            for (int place = 0; place < count; place++)
            {
                yield return rows[place];
            }
        }
    }

    /// <summary>The first place of a class in each group of rows, over all shards. The number of rows of the class follows.</summary>
    /// <exception cref="ArgumentException">A row lies in no group.</exception>
    internal long[] FirstPlaces(int classIndex, RowGroups groups)
    {
        var firstPlaces = new long[groups.Count + 1];
        int next = 0;
        long place = 0;
        long entry = _manifest.FirstEntries[classIndex];
        long lastEntry = _manifest.FirstEntries[classIndex + 1];
        for (int shard = 0; shard < ShardCount; shard++)
        {
            // The rows of the class in this shard end where those of the next shard with the class begin.
            ReadOnlySpan<long> firstRows = groups.Of(shard);
            bool isInShard = entry < lastEntry && _manifest.Entries[entry].Shard == shard;
            entry += isInShard ? 1 : 0;
            long end = !isInShard ? place : entry < lastEntry ? _manifest.Entries[entry].Before : Counts[classIndex];
            for (int group = 0; group < firstRows.Length - 1; group++)
            {
                firstPlaces[next++] = FirstFrom(classIndex, place, end, firstRows[group]);
            }

            if (end > place && RowAt(classIndex, end - 1).Row >= firstRows[^1])
            {
                throw new ArgumentException($"The groups of shard {shard} have {firstRows[^1]} rows, but the shard has more.", nameof(groups));
            }

            place = end;
        }

        firstPlaces[next] = place;
        return firstPlaces;
    }

    /// <summary>The first of the places [first, end) whose row is the given row or a later one. All these places are in one shard.</summary>
    private long FirstFrom(int classIndex, long first, long end, long row)
    {
        while (first < end)
        {
            long middle = first + ((end - first) / 2);
            (first, end) = RowAt(classIndex, middle).Row < row ? (middle + 1, end) : (first, middle);
        }

        return first;
    }

    /// <summary>Finds the rows at the places of draws.</summary>
    [SkipLocalsInit]
    internal void Fill(ReadOnlySpan<ClassPlace> places, Span<ShardRow> rows)
    {
        const int Run = 128;
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        Span<uint> local = stackalloc uint[Run];
        for (int first = 0; first < places.Length; first += Run)
        {
            ReadOnlySpan<ClassPlace> ofRun = places.Slice(first, Math.Min(Run, places.Length - first));

            // Three passes. Each pass prefetches the memory that the next one reads.
            foreach (ref readonly ClassPlace place in ofRun)
            {
                FetchAhead(Guess(place));
            }

            for (int draw = 0; draw < ofRun.Length; draw++)
            {
                ShardEntry* entry = Find(ofRun[draw]);
                local[draw] = entry->Start + (uint)(ofRun[draw].Place - entry->Before);
                int shard = (int)entry->Shard;
                (_open[shard] ?? OpenShard(shard)).FetchAhead(local[draw]);
                rows[first + draw] = new ShardRow(shard, 0, ofRun[draw].ClassIndex);
            }

            for (int draw = 0; draw < ofRun.Length; draw++)
            {
                ref ShardRow row = ref rows[first + draw];
                row = row with { Row = _open[row.Shard]!.RowAt(local[draw]) };
            }
        }
    }

    private static void FetchAhead(ShardEntry* entry)
    {
        if (System.Runtime.Intrinsics.X86.Sse.IsSupported)
        {
            System.Runtime.Intrinsics.X86.Sse.Prefetch0(entry);
        }
    }

    /// <summary>Guesses the entry of a class that holds a place. The guess would be right if all shards had the same number of rows of the class.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ShardEntry* Guess(ClassPlace place)
    {
        ReadOnlySpan<long> firstEntries = _manifest.FirstEntries;
        long first = firstEntries[place.ClassIndex];
        long guess = (long)(place.Place * _entriesPerPlace[place.ClassIndex]);
        return _manifest.Entries + first + Math.Min(guess, firstEntries[place.ClassIndex + 1] - first - 1);
    }

    /// <summary>The last entry of a class that starts at a place or before it. The search goes from the guess in doubling steps, then by halving.</summary>
    private ShardEntry* Find(ClassPlace place)
    {
        ShardEntry* first = _manifest.Entries + _manifest.FirstEntries[place.ClassIndex];
        ShardEntry* end = _manifest.Entries + _manifest.FirstEntries[place.ClassIndex + 1];
        ShardEntry* low = Guess(place);
        ShardEntry* high;
        long step = 1;
        if (low->Before <= place.Place)
        {
            high = low + 1;
            while (high < end && high->Before <= place.Place)
            {
                low = high;
                high = end - high > step ? high + step : end;
                step *= 2;
            }
        }
        else
        {
            high = low;
            do
            {
                high = low;
                low = low - first > step ? low - step : first;
                step *= 2;
            }
            while (low->Before > place.Place);
        }

        while (high - low > 1)
        {
            ShardEntry* middle = low + ((high - low) / 2);
            if (middle->Before <= place.Place)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
