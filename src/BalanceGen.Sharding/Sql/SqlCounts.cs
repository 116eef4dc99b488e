using System.Data.Common;

namespace BalanceGen.Sharding;

/// <summary>Class counts of a table in a database. The database counts.</summary>
public static class SqlCounts
{
    /// <summary>Counts the rows of each class with a query that returns labels and counts, such as <c>select label, count(*) from cats group by label</c>.</summary>
    /// <param name="connection">Any ADO.NET connection; it is opened if it is closed.</param>
    /// <param name="classes">The classes. Labels are compared with their names, as invariant text.</param>
    /// <param name="query">A query with two columns: the label, and a whole number. A label may come several times; its counts are added.</param>
    /// <returns>The counts; classes without rows have 0.</returns>
    /// <exception cref="UnknownLabelException">A label is none of the classes, or null; the error names the row of the result.</exception>
    /// <exception cref="SqlShapeException">The query does not give two such columns.</exception>
    /// <exception cref="DbException">The database reports an error.</exception>
    public static ClassCounts Count(DbConnection connection, ClassSet classes, string query)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentException.ThrowIfNullOrEmpty(query);
        var counts = new long[classes.Count];
        using DbCommand command = Sql.Command(connection, query);
        using DbDataReader reader = command.ExecuteReader();
        if (reader.FieldCount != 2)
        {
            throw new SqlShapeException($"The query gives {reader.FieldCount} columns; a label and a count are expected.");
        }

        for (long row = 0; reader.Read(); row++)
        {
            int classIndex = Sql.ClassOf(reader, 0, classes, row);
            counts[classIndex] = checked(counts[classIndex] + Sql.Number(reader, 1, row));
        }

        return new ClassCounts(classes, counts);
    }
}
