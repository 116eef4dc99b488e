using System.Data;
using System.Data.Common;

namespace BalanceGen.Sharding;

/// <summary>What queries of labels and numbers have in common.</summary>
internal static class Sql
{
    public static DbCommand Command(DbConnection connection, string query)
    {
        if (connection.State == ConnectionState.Closed)
        {
            connection.Open();
        }

        DbCommand command = connection.CreateCommand();
        command.CommandText = query;
        return command;
    }

    public static void Add(DbCommand command, string name, object value)
    {
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    public static int ClassOf(DbDataReader reader, int column, ClassSet classes, long row)
    {
        string label = reader.IsDBNull(column) ? "" : Text(reader.GetValue(column));
        if (!classes.TryIndexOf(label, out int classIndex))
        {
            UnknownLabelException.Throw(reader.IsDBNull(column) ? "null" : label, classes, row);
        }

        return classIndex;
    }

    public static long Number(DbDataReader reader, int column, long row)
    {
        object value = reader.GetValue(column);
        try
        {
            long number = Convert.ToInt64(value, CultureInfo.InvariantCulture);
            return number >= 0 ? number : throw new SqlShapeException($"Row {row} of the result: the number {number} is negative.");
        }
        catch (Exception exception) when (exception is InvalidCastException or FormatException or OverflowException)
        {
            throw new SqlShapeException($"Row {row} of the result: '{value}' is no whole number.");
        }
    }

    private static string Text(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!.TrimEnd(),
    };
}
