namespace BalanceGen.Tool.Sampling;

/// <summary>Splits labelled data into named subsets.</summary>
internal static class Splitter
{
    /// <summary>Train and test, and with a validation share also a validation subset, which is split off from what is left for training.</summary>
    public static IReadOnlyList<(string Name, RowIndex Rows)> Subsets(LabelledData data, double test, double validation, string? group, long seed, RareClassPolicy rareClasses, CancellationToken cancellation)
    {
        if (group is not null)
        {
            double[] shares = validation > 0 ? [1 - test - validation, validation, test] : [1 - test, test];
            RowIndex[] subsets = Grouped(data, group, shares, seed, cancellation);
            string[] names = validation > 0 ? ["train", "validation", "test"] : ["train", "test"];
            return [.. names.Zip(subsets)];
        }

        RowSplit split = StratifiedSplit.Of(data.Index, test, seed, rareClasses);
        if (validation <= 0)
        {
            return [("train", split.Train), ("test", split.Test)];
        }

        RowSplit inner = StratifiedSplit.Of(split.Train, validation / (1 - test), seed, rareClasses);
        return [("train", inner.Train), ("validation", inner.Test), ("test", split.Test)];
    }

    /// <summary>For each fold the rows to train with and those to test with.</summary>
    public static IReadOnlyList<(string Name, RowIndex Rows)> Folds(LabelledData data, int folds, string? group, long seed, RareClassPolicy rareClasses, CancellationToken cancellation)
    {
        IEnumerable<(RowIndex Train, RowIndex Test)> pairs = group is null
            ? StratifiedKFold.Of(data.Index, folds, seed, rareClasses).Select(fold => (fold.Train, fold.Test))
            : Grouped(data, group, [.. Enumerable.Repeat(1.0 / folds, folds)], seed, cancellation)
                .Select(test => (data.Index.Where(row => !test.Contains(row)), test));
        return [.. pairs.SelectMany((pair, fold) => ((string, RowIndex)[])[($"fold{fold + 1}-train", pair.Train), ($"fold{fold + 1}-test", pair.Test)])];
    }

    private static RowIndex[] Grouped(LabelledData data, string group, double[] shares, long seed, CancellationToken cancellation)
    {
        Relation rows = data.Input.Rows ?? throw new InputException("a table of counts has no groups", advice: "give the rows themselves");
        string column = rows.Columns.FirstOrDefault(candidate => string.Equals(candidate, group, StringComparison.OrdinalIgnoreCase))
            ?? throw LabelColumns.Absent(rows.Columns, group, data.Input.Files.Count > 0 ? data.Input.Files[0] : null);
        RowIndex index = data.Index;
        int[] classOfRow = [.. Enumerable.Range(0, index.DatasetLength).Select(row => index.TryClassOf(row, out int classIndex) ? classIndex : -1)];
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
        int[] subsetOfGroup = GroupedSplit.Deal(groupOfRow, classOfRow, numbers.Count, index.Classes.Count, shares, seed);
        return [.. shares.Select((_, subset) => index.Where(number => subsetOfGroup[groupOfRow[number]] == subset))];
    }
}
