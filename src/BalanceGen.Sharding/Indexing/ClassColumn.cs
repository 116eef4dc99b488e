using System.Numerics;

namespace BalanceGen.Sharding;

/// <summary>
/// The class indices of a shard's rows, in as few bytes as the number of classes allows. A row that is left out has the number of classes as its class index.
/// </summary>
internal abstract class ClassColumn
{
    protected const int BlockLength = 1 << 20;

    /// <summary>The number of rows, also those that are left out.</summary>
    public long Length { get; protected set; }

    public static ClassColumn For(int classCount) =>
        classCount <= byte.MaxValue ? new Of<byte>() : classCount <= ushort.MaxValue ? new Of<ushort>() : new Of<int>();

    /// <summary>Adds rows.</summary>
    public abstract void Add(ReadOnlySpan<int> classIndices);

    /// <summary>
    /// One step of a counting sort: the rows whose places in the class-sorted order are of [first, first + rows.Length).
    /// </summary>
    /// <param name="starts">The first place of each class; the last entry, for rows that are left out, is beyond all.</param>
    /// <param name="first">The first place.</param>
    /// <param name="rows">Receives the row numbers.</param>
    public abstract void Scatter(ReadOnlySpan<long> starts, long first, Span<uint> rows);

    private sealed class Of<T> : ClassColumn
        where T : unmanaged, IBinaryInteger<T>
    {
        private readonly List<T[]> _blocks = [];

        public override void Add(ReadOnlySpan<int> classIndices)
        {
            while (!classIndices.IsEmpty)
            {
                int place = (int)(Length % BlockLength);
                if (place == 0)
                {
                    _blocks.Add(GC.AllocateUninitializedArray<T>(BlockLength));
                }

                Span<T> room = _blocks[^1].AsSpan(place);
                int count = Math.Min(room.Length, classIndices.Length);
                for (int row = 0; row < count; row++)
                {
                    room[row] = T.CreateTruncating(classIndices[row]);
                }

                classIndices = classIndices[count..];
                Length += count;
            }
        }

        public override void Scatter(ReadOnlySpan<long> starts, long first, Span<uint> rows)
        {
            long[] next = starts.ToArray();
            uint row = 0;
            for (int block = 0; block < _blocks.Count; block++)
            {
                ReadOnlySpan<T> classes = _blocks[block].AsSpan(0, (int)Math.Min(BlockLength, Length - ((long)block * BlockLength)));
                foreach (T classIndex in classes)
                {
                    ulong place = (ulong)(next[int.CreateTruncating(classIndex)]++ - first);
                    if (place < (uint)rows.Length)
                    {
                        rows[(int)place] = row;
                    }

                    row++;
                }
            }
        }
    }
}
