using System.Globalization;
using BalanceGen.Tool.Inputs;
using BalanceGen.Tool.Labels;
using BalanceGen.Tool.Tables;

namespace BalanceGen.Tool.Sampling;

/// <summary>Splits labelled data into named sides.</summary>
internal static class Splitter
{
    /// <summary>Train and test, and with a validation share also a validation side, which is split off from what is left for training.</summary>
    public static IReadOnlyList<(string Name, RowIndex Rows)> Sides(LabelledData data, double test, double validation, string? group, long seed, RareClassPolicy rareClasses, CancellationToken cancellation)
    {
        if (group is not null)
        {
            double[] shares = validation > 0 ? [1 - test - validation, validation, test] : [1 - test, test];
            RowIndex[] sides = Grouped(data, group, shares, seed, cancellation);
            string[] names = validation > 0 ? ["train", "validation", "test"] : ["train", "test"];
            return [.. names.Zip(sides)];
        }

        RowIndexSplit split = StratifiedSplit.Of(data.Index, test, seed, rareClasses);
        if (validation <= 0)
        {
            return [("train", split.Train), ("test", split.Test)];
        }

        RowIndexSplit inner = StratifiedSplit.Of(split.Train, validation / (1 - test), seed, rareClasses);
        return [("train", inner.Train), ("validation", inner.Test), ("test", split.Test)];
    }

    /// <summary>For each fold the rows to train with and those to test with.</summary>
    public static IReadOnlyList<(string Name, RowIndex Rows)> Folds(LabelledData data, int folds, string? group, long seed, RareClassPolicy rareClasses, CancellationToken cancellation)
    {
        var sides = new List<(string, RowIndex)>();
        RowIndex[]? grouped = null;
        if (group is not null)
        {
            double[] shares = [.. Enumerable.Repeat(1.0 / folds, folds)];
            grouped = Grouped(data, group, shares, seed, cancellation);
        }

        StratifiedKFold? stratified = group is null ? StratifiedKFold.Of(data.Index, folds, seed, rareClasses) : null;
        for (int fold = 0; fold < folds; fold++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"fold{fold + 1}");
            if (stratified is not null)
            {
                sides.Add(($"{name}-train", stratified[fold].Train));
                sides.Add(($"{name}-test", stratified[fold].Test));
            }
            else
            {
                var isTest = new System.Collections.BitArray(data.Index.DatasetLength);
                RowWriter.RowsOf(grouped![fold])(rows =>
                {
                    foreach (int row in rows)
                    {
                        isTest[row] = true;
                    }
                });
                sides.Add(($"{name}-train", data.Index.Where(row => !isTest[row])));
                sides.Add(($"{name}-test", grouped[fold]));
            }
        }

        return sides;
    }

    private static RowIndex[] Grouped(LabelledData data, string group, double[] shares, long seed, CancellationToken cancellation)
    {
        Relation rows = data.Input.Rows ?? throw new InputException("a table of counts has no groups", advice: "give the rows themselves");
        string column = rows.Columns.FirstOrDefault(candidate => string.Equals(candidate, group, StringComparison.OrdinalIgnoreCase))
            ?? throw LabelColumns.Absent(rows.Columns, group, data.Input.Files.Count > 0 ? data.Input.Files[0] : null);
        RowIndex index = data.Index;
        var classOfRow = new int[index.DatasetLength];
        Array.Fill(classOfRow, -1);
        for (int classIndex = 0; classIndex < index.Classes.Count; classIndex++)
        {
            for (int place = 0; place < index.Counts[classIndex]; place++)
            {
                classOfRow[index.RowOf(classIndex, place)] = classIndex;
            }
        }

        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var groupOfRow = new int[index.DatasetLength];
        int row = 0;
        data.Input.Database.Query(
            $"SELECT CAST({Sql.Name(column)} AS VARCHAR) FROM {rows.From}",
            reader =>
            {
                // A row without a group is one of its own.
                string name = reader.IsDBNull(0) ? string.Create(CultureInfo.InvariantCulture, $"\0{row}") : reader.GetString(0);
                if (!numbers.TryGetValue(name, out int number))
                {
                    numbers.Add(name, number = numbers.Count);
                }

                groupOfRow[row++] = number;
            },
            cancellation);
        int[] sideOfGroup = GroupedSplit.Deal(groupOfRow, classOfRow, numbers.Count, index.Classes.Count, shares, seed);
        return [.. shares.Select((_, side) => index.Where(number => sideOfGroup[groupOfRow[number]] == side))];
    }
}
