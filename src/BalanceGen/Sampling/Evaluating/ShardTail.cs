namespace BalanceGen.Sampling;

/// <summary>What the ranks of an evaluation do if the rows cannot be divided evenly.</summary>
public enum ShardTail
{
    /// <summary>Some ranks have one row more than others, and every row counts once. The default. Ranks that meet after every batch need another tail.</summary>
    Uneven,

    /// <summary>All ranks have equally many rows; the rows that are left are on none.</summary>
    Dropped,

    /// <summary>All ranks have equally many rows; the ranks that lack one show a row again that does not count.</summary>
    Padded,
}
