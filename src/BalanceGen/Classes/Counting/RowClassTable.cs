namespace BalanceGen.Classes;

/// <summary>The class of each row of a data set, by row number: which rows an index has, and of which class they are.</summary>
internal abstract class RowClassTable
{
    /// <summary>The class index of a row of the data set, or <see cref="ClassIndex.Unknown"/> for a row that the index does not have.</summary>
    public abstract int this[int row] { get; }

    /// <summary>The first row from a row on that the index has, or the data set's length.</summary>
    public abstract int Next(int row);

    /// <summary>A table as narrow as the classes allow, with room for one more number, which marks rows that the index does not have.</summary>
    public static RowClassTable Of(RowIndex index) => index.Classes.Count switch
    {
        <= byte.MaxValue => new RowClassTable<byte>(index),
        <= ushort.MaxValue => new RowClassTable<ushort>(index),
        _ => new RowClassTable<int>(index),
    };
}
