using BalanceGen.Files;

namespace Sharded;

/// <summary>A row of the data set: three features, and what it was.</summary>
[BalancedDataset]
public readonly partial record struct Record(double Energy, double Pitch, double Length, [ClassLabel] Event Event)
{
    /// <summary>The columns of the shard files.</summary>
    public static readonly string[] Columns = ["energy", "pitch", "length", "event"];

    /// <summary>A row of a decoded group.</summary>
    public static Record Read(ColumnGroup group, int place) => new(
        group.Values<double>("energy")[place],
        group.Values<double>("pitch")[place],
        group.Values<double>("length")[place],
        Enum.Parse<Event>(group.Values<string>("event")[place]));
}
