namespace BalanceGen.Generators.Emit;

/// <summary>Writes what is known about the training data at compile time.</summary>
internal static class KnownCountsEmitter
{
    /// <summary>The most numbers on one line.</summary>
    private const int NumbersPerLine = 8;

    public static void Write(SourceWriter writer, CountedTarget counted)
    {
        TargetModel model = counted.Target;
        if (model.ZeroCounts is { } zeroCounts)
        {
            writer.Line($"""
                /// <summary>What a class without rows means, as [BalancedDataset] declares it: to be passed to weights, targets and samplers.</summary>
                public static global::BalanceGen.ZeroCountPolicy ZeroCounts => global::BalanceGen.ZeroCountPolicy.{zeroCounts.Expression};

                """);
        }

        if (counted.Counts is { } counts)
        {
            WriteVerify(writer, model, counts);
            WriteCounts(writer, counted, counts);
        }
        else if (counted.CountProblem is { } problem)
        {
            UnknownCountsEmitter.Write(writer, model, problem, isError: !counted.HasFileClasses || counted.ClassOrder is not null);
        }
    }

    /// <summary>Whether a row may have several labels: it counts once for each of its classes, and how many rows there are does not follow from that.</summary>
    private static bool CountsLabels(TargetModel model) => model.Label is MultiLabelModel;

    private static void WriteVerify(SourceWriter writer, TargetModel model, BakedCounts counts)
    {
        foreach (RowForm form in RowForm.ForReading)
        {
            writer.Line($"""
                /// <summary>Compares rows with the counts that were known at compile time, from {XmlText.Escape(counts.Source)}.</summary>
                /// <param name="rows">The rows.</param>
                /// <returns>The classes that have another number of rows, in the order of their class indices; none if all are as known.</returns>
                /// <exception cref="global::BalanceGen.UnknownLabelException">{(CountsLabels(model) ? "One of a row's labels is none of the classes." : "A row has no class.")}</exception>
                """);
            form.WritePriority(writer);
            writer.Line($"""
                public static global::System.Collections.Generic.IReadOnlyList<global::BalanceGen.Classes.ClassCountDifference> VerifyCounts({form.TypeOf(model.RowType)} rows) =>
                    {(CountsLabels(model) ? $"global::BalanceGen.Classes.MultiLabelIndex.Build(rows{form.AsArgument}, default(Indexer)).Counts.RowsWithClass" : "CountRows(rows)")}.DifferencesFrom({LibraryNames.KnownCounts}.ToClassCounts());

                """);
        }
    }

    private static void WriteCounts(SourceWriter writer, CountedTarget counted, BakedCounts counts)
    {
        TargetModel model = counted.Target;
        writer.Line($"/// <summary>What was known about the training data at compile time, from {XmlText.Escape(counts.Source)}. The spans are constant data.</summary>");
        string table = CountText.Table(counted, counts);
        string hint = CountsLabels(model) ? " In the class weights N is the number of labels. There are no tables for samplers: which labels occur together is not known." : "";
        writer.Line($"/// <remarks>{table}{hint}</remarks>");
        using (writer.Block($"public static class {LibraryNames.KnownCounts}"))
        {
            writer.Line($"""
                /// <summary>{(CountsLabels(model) ? "The number of labels of all rows: a row counts once for each of its classes" : "The number of rows")}.</summary>
                public const long {(CountsLabels(model) ? "LabelCount" : "Total")} = {CSharpLiteral.OfWhole(counts.Total)};

                /// <summary>The largest count divided by the smallest above 0.</summary>
                public const double ImbalanceRatio = {CSharpLiteral.Of(counts.ImbalanceRatio)};

                /// <summary>The number of rows of each class.</summary>
                """);
            WriteSpan(writer, "long", "Values", counts.Values.Select(CSharpLiteral.Of));
            WriteWeights(writer, BakedWeights.Of(counts, model.ZeroCounts), model);
            if (!CountsLabels(model))
            {
                WriteTables(writer, BakedTables.Of(counts, model.ZeroCounts), model.ZeroCounts);
            }

            writer.Line("""
                /// <summary>The counts, for the members of the library that take them. Allocates.</summary>
                public static global::BalanceGen.ClassCounts ToClassCounts() => new(Set, Values);
                """);
        }

        writer.Line();
    }

    private static void WriteWeights(SourceWriter writer, BakedWeights? weights, TargetModel model)
    {
        if (weights is null)
        {
            writer.Line("""
                // There are no class weights here: a class has no rows, and [BalancedDataset] does not say with ZeroCounts what that shall mean.

                """);
            return;
        }

        string policy = model.ZeroCounts is null ? "" : ", ZeroCounts";
        WriteWeights(writer, model.Label, "Balanced", $"Balanced(counts{policy})", "N/(C·n)", weights.Balanced);
        WriteWeights(writer, model.Label, "InverseFrequency", $"InverseFrequency(counts{policy})", "N/n", weights.InverseFrequency);
        WriteWeights(writer, model.Label, "InverseSquareRoot", $"Power(counts, 0.5{policy})", "√(N/(C·n))", weights.InverseSquareRoot);
        WriteWeights(writer, model.Label, "MedianFrequency", $"MedianFrequency(counts{policy})", "median(f)/f with f = n/N", weights.MedianFrequency);
    }

    private static void WriteWeights(SourceWriter writer, LabelModel label, string scheme, string call, string formula, IEnumerable<double> values)
    {
        double[] all = [.. values];
        writer.Line($"""
            /// <summary>The class weights w = {formula}, as <c>ClassWeights.{call}</c> computes them.</summary>
            /// <remarks>{CountText.Weights(label, all)}</remarks>
            """);
        WriteSpan(writer, "double", scheme + "Weights", Texts(all));
    }

    /// <summary>Writes the digits of each number only once. Of thousands of classes, many have the same count and so the same weights.</summary>
    private static IEnumerable<string> Texts(double[] weights)
    {
        var known = new Dictionary<double, string>();
        foreach (double weight in weights)
        {
            if (!known.TryGetValue(weight, out string? text))
            {
                known.Add(weight, text = CSharpLiteral.Of(weight));
            }

            yield return text;
        }
    }

    private static void WriteTables(SourceWriter writer, BakedTables? tables, ZeroCountsModel? zeroCounts)
    {
        if (tables is not null)
        {
            writer.Line("/// <summary>The alias table of a weighted random sampler with equal shares, one column for each class with rows: the 64-bit fractions below which a draw is the column's own class.</summary>");
            WriteSpan(writer, "ulong", "AliasThresholds", tables.AliasThresholds.Select(CSharpLiteral.Of));
            writer.Line("/// <summary>The class that the other fractions of a column are.</summary>");
            WriteSpan(writer, "byte", "AliasClasses", tables.AliasClasses.Select(item => CSharpLiteral.Of(item)));
        }

        string policy = zeroCounts is null ? "default" : "ZeroCounts";
        writer.Line($"""
            /// <summary>The tables of the samplers, for data with these counts: <c>data.BalancedSampler(seed, Tables)</c>.{(tables is null ? " They are empty: the sampler computes what it needs." : "")}</summary>
            public static global::BalanceGen.Sampling.SamplerTables Tables => new({CSharpLiteral.Of(BakedTables.FormatVersion)}, Set, Values, {policy}{(tables is null ? "" : ", AliasThresholds, AliasClasses")});

            """);
    }

    private static void WriteSpan(SourceWriter writer, string type, string name, IEnumerable<string> numbers)
    {
        string[] all = [.. numbers];
        string header = $"public static global::System.ReadOnlySpan<{type}> {name} =>";
        if (all.Length <= NumbersPerLine)
        {
            writer.Line($"{header} [{string.Join(", ", all)}];");
        }
        else
        {
            writer.Line(header);
            writer.Line("[");
            writer.Items(all, NumbersPerLine);
            writer.Line("];");
        }

        writer.Line();
    }
}
