namespace BalanceGen.Tool.Inputs;

/// <summary>A label that is a column, or lies inside the objects of a column: "annotations.breed".</summary>
internal static class LabelPath
{
    /// <summary>The expression for the label, its type, and the column it is in.</summary>
    public static (string Expression, string Type, string Column) Resolve(List<(string Name, string Type)> columns, string label, string file)
    {
        // Exactly, else without case, else by number, else as a path.
        int index = columns.FindIndex(column => column.Name == label);
        index = index >= 0 ? index : columns.FindIndex(column => string.Equals(column.Name, label, StringComparison.OrdinalIgnoreCase));
        if (index < 0 && int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number < columns.Count)
        {
            index = number;
        }

        if (index >= 0)
        {
            return (Sql.Name(columns[index].Name), columns[index].Type, columns[index].Name);
        }

        string[] parts = label.Split('.');
        int root = columns.FindIndex(column => column.Name == parts[0]);
        if (parts.Length < 2 || root < 0)
        {
            throw LabelColumns.Absent([.. columns.Select(column => column.Name)], label, file);
        }

        string expression = string.Join('.', parts.Select(Sql.Name));
        return (expression, columns[root].Type.EndsWith("[])", StringComparison.Ordinal) ? "[]" : "", columns[root].Name);
    }
}
