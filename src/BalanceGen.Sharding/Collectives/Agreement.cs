using System.Buffers.Binary;
using System.Text;

namespace BalanceGen.Sharding;

/// <summary>Short exchanges after which all ranks do the same: go on, or throw the same error.</summary>
internal static class Agreement
{
    /// <summary>Checks that numbers are the same on every rank.</summary>
    /// <exception cref="WorldDisagreementException">They are not; thrown on every rank.</exception>
    public static void Check(ICollective world, params ReadOnlySpan<(string What, long Value)> numbers)
    {
        ArgumentNullException.ThrowIfNull(world);
        var mine = new byte[numbers.Length * sizeof(long)];
        for (int index = 0; index < numbers.Length; index++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(mine.AsSpan(index * sizeof(long)), numbers[index].Value);
        }

        byte[][] all = world.AllGather(mine);
        for (int index = 0; index < numbers.Length; index++)
        {
            for (int rank = 1; rank < all.Length; rank++)
            {
                bool isSame = all[rank].Length == all[0].Length
                    && all[rank].AsSpan(index * sizeof(long), sizeof(long)).SequenceEqual(all[0].AsSpan(index * sizeof(long), sizeof(long)));
                if (!isSame)
                {
                    throw new WorldDisagreementException(numbers[index].What, rank);
                }
            }
        }
    }

    /// <summary>Tells the other ranks of a failure on this one, or learns of a failure on another.</summary>
    /// <param name="world">The ranks.</param>
    /// <param name="failure">What went wrong here, or null.</param>
    /// <exception cref="ShardException">A rank failed. Every rank throws the failure of the lowest rank that failed.</exception>
    public static void ThrowIfAnyFailed(ICollective world, ShardException? failure)
    {
        int worldSize = world.Rank.WorldSize;
        Span<long> worst = [failure is null ? 0 : worldSize - world.Rank.Rank];
        world.AllReduceMax(worst);
        if (worst[0] == 0)
        {
            return;
        }

        int failed = worldSize - (int)worst[0];
        var message = new ByteBuilder();
        if (failure is not null && failed == world.Rank.Rank)
        {
            message.Add((uint)failure.Rank);
            message.Add(failure.Row);
            message.Add(failure.Path);
            message.Add(Encoding.UTF8.GetBytes(failure.What));
        }

        byte[] told = world.AllGather(message.Bytes)[failed];
        if (failure is not null && failed == world.Rank.Rank)
        {
            throw failure;
        }

        var reader = new ByteReader("A message between ranks", told);
        int rank = (int)reader.UInt32();
        long row = reader.Int64();
        string path = reader.Text();
        throw new ShardException(rank, path, row, Encoding.UTF8.GetString(reader.Take(reader.Rest)));
    }
}
