namespace BalanceGen.Sharding;

/// <summary>Makes <see cref="ShardLabels"/> of a class set in one call.</summary>
public static class ClassSetLabels
{
    /// <summary>Labels in a column of shard files, by the names of the classes.</summary>
    /// <param name="classes">The classes, such as <c>Cat.Classes.Set</c>.</param>
    /// <param name="column">The column of the label; empty for files with nothing but labels.</param>
    public static ShardLabels ShardLabels(this ClassSet classes, string column = "")
    {
        ArgumentNullException.ThrowIfNull(column);
        return new ShardLabels(classes, new LabelFileOptions { LabelColumn = column });
    }
}
