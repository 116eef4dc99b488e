using System.Data.Common;

namespace BalanceGen.Sharding;

/// <summary>
/// Finds the key of a row in a database by its class and place, so that a <see cref="PlaceSampler"/> can draw from a table. The database makes an ordered table of keys
/// once.
/// </summary>
/// <typeparam name="TKey">The type of a key, such as <see cref="long"/> or <see cref="string"/>.</typeparam>
/// <remarks>
/// The table of keys has the columns class_index, place and row_key, and an index over the first two. The keys of a batch take one query. Not thread-safe, because
/// connections are not.
/// </remarks>
public sealed class SqlKeys<TKey>
{
    private readonly DbConnection _connection;
    private readonly string _table;
    private readonly string _parameterMark;

    /// <summary>The keys of a table that <see cref="CreateTable"/> made.</summary>
    /// <param name="connection">Any ADO.NET connection; it is opened if it is closed, and not closed.</param>
    /// <param name="table">The table of keys: a name, or a schema and a name.</param>
    /// <param name="parameterMark">The character before the names of parameters: @ for most databases, : for some.</param>
    /// <exception cref="ArgumentException">The table's name has other characters than letters, digits, underscores and one dot.</exception>
    public SqlKeys(DbConnection connection, string table, string parameterMark = "@")
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentException.ThrowIfNullOrEmpty(parameterMark);
        SqlNames.Check(table, nameof(table));
        _connection = connection;
        _table = table;
        _parameterMark = parameterMark;
    }

    /// <summary>Counts the rows of each class of the table of keys, and checks that its places have no gaps.</summary>
    /// <param name="classes">The classes.</param>
    /// <exception cref="SqlShapeException">The places of a class are not 0, 1, … up to its count, or the table has a class index that does not exist.</exception>
    /// <exception cref="DbException">The database reports an error.</exception>
    public ClassCounts Counts(ClassSet classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        var counts = new long[classes.Count];
        using DbCommand command = Sql.Command(_connection, $"select class_index, count(*), min(place), max(place), count(distinct place) from {_table} group by class_index");
        using DbDataReader reader = command.ExecuteReader();
        for (long row = 0; reader.Read(); row++)
        {
            long classIndex = Sql.Number(reader, 0, row);
            long count = Sql.Number(reader, 1, row);
            if (classIndex >= classes.Count)
            {
                throw new SqlShapeException($"The table {_table} has the class index {classIndex}; there are {classes.Count} classes.");
            }

            if (Sql.Number(reader, 2, row) != 0 || Sql.Number(reader, 3, row) != count - 1 || Sql.Number(reader, 4, row) != count)
            {
                throw new SqlShapeException($"The table {_table} has {count} rows of class '{classes[(int)classIndex]}', whose places are not 0 to {count - 1}.");
            }

            counts[classIndex] = count;
        }

        return new ClassCounts(classes, counts);
    }

    /// <summary>The keys of drawn places, in the order of the draws. One query.</summary>
    /// <param name="places">The places, such as those of a batch. The same one may come several times.</param>
    /// <exception cref="SqlShapeException">A place is not in the table.</exception>
    /// <exception cref="DbException">The database reports an error.</exception>
    public TKey[] KeysOf(ReadOnlySpan<ClassPlace> places)
    {
        if (places.IsEmpty)
        {
            return [];
        }

        ClassPlace[] distinct = [.. places.ToArray().Distinct()];
        using DbCommand command = Sql.Command(_connection, "");
        var conditions = new List<string>(distinct.Length);
        for (int place = 0; place < distinct.Length; place++)
        {
            conditions.Add($"(class_index = {_parameterMark}c{place} and place = {_parameterMark}p{place})");
            Sql.Add(command, $"c{place}", distinct[place].ClassIndex);
            Sql.Add(command, $"p{place}", distinct[place].Place);
        }

        command.CommandText = $"select class_index, place, row_key from {_table} where {string.Join(" or ", conditions)}";
        var keys = new Dictionary<ClassPlace, TKey>(distinct.Length);
        using (DbDataReader reader = command.ExecuteReader())
        {
            for (long row = 0; reader.Read(); row++)
            {
                keys[new ClassPlace((int)Sql.Number(reader, 0, row), Sql.Number(reader, 1, row))] = reader.GetFieldValue<TKey>(2);
            }
        }

        return Array.ConvertAll(places.ToArray(), place => keys.TryGetValue(place, out TKey? key)
            ? key
            : throw new SqlShapeException($"The table {_table} has no place {place.Place} of class {place.ClassIndex}."));
    }

    /// <summary>
    /// Makes the table of keys from a table of rows. Place k of a class is the key of its k-th row in the order of the keys. It is one statement, so the database does
    /// the sorting. If a table of that name exists already, the database reports an error.
    /// </summary>
    /// <param name="connection">Any ADO.NET connection; it is opened if it is closed, and not closed.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="table">The name of the table of keys to be made.</param>
    /// <param name="rows">The table of rows.</param>
    /// <param name="keyColumn">Its column with the key, which must be unique.</param>
    /// <param name="labelColumn">Its column with the label, whose text is the name of a class.</param>
    /// <exception cref="ArgumentException">A name has other characters than letters, digits, underscores and one dot.</exception>
    /// <exception cref="UnknownLabelException">The table of rows has a label that is none of the classes.</exception>
    /// <exception cref="DbException">The database reports an error.</exception>
    public static void CreateTable(DbConnection connection, ClassSet classes, string table, string rows, string keyColumn, string labelColumn)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(classes);
        SqlNames.Check(table, nameof(table));
        SqlNames.Check(rows, nameof(rows));
        SqlNames.Check(keyColumn, nameof(keyColumn));
        SqlNames.Check(labelColumn, nameof(labelColumn));

        // First look for labels that are not classes, so that nothing has been made if there is one.
        SqlCounts.Count(connection, classes, $"select {labelColumn}, count(*) from {rows} group by {labelColumn}");
        string cases = string.Concat(classes.Names.ToArray().Select((name, index) => $" when '{name.Replace("'", "''", StringComparison.Ordinal)}' then {index}"));
        Execute(
            connection,
            $"create table {table} as select case cast({labelColumn} as varchar(1000)){cases} end as class_index, row_number() over (partition by {labelColumn} order by {keyColumn}) - 1 as place, {keyColumn} as row_key from {rows}");
        Execute(connection, $"create unique index {table.Replace('.', '_')}_places on {table} (class_index, place)");
    }

    private static void Execute(DbConnection connection, string statement)
    {
        using DbCommand command = Sql.Command(connection, statement);
        command.ExecuteNonQuery();
    }
}
