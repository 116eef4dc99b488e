using BalanceGen.Generators.Emit.Labels;

namespace BalanceGen.Generators.Emit;

/// <summary>Writes the members of <c>Classes</c> for rows with several labels.</summary>
internal static class MultiLabelEmitter
{
    public static void Write(SourceWriter writer, CountedTarget counted, MultiLabelModel labels)
    {
        TargetModel model = counted.Target;
        WriteClassesOf(writer, model);
        foreach (RowForm form in RowForm.ForKeeping)
        {
            writer.Line($"""
                /// <summary>Indexes the rows by their label sets, in one pass.{GroupEmitter.Remark(model)}</summary>
                /// <param name="rows">{form.WhatIsKept}</param>
                /// <exception cref="global::BalanceGen.UnknownLabelException">One of a row's labels is none of the classes.</exception>
                """);
            form.WritePriority(writer);
            writer.Line($"""
                public static global::BalanceGen.Batching.MultiLabelDataset<{model.RowType}> Index({form.TypeOf(model.RowType)} rows) =>
                    global::BalanceGen.Batching.MultiLabelDataset.Create(rows, default(Indexer)){GroupEmitter.AfterIndex(model)};

                """);
        }

        KnownCountsEmitter.Write(writer, counted);
        WriteIndexer(writer, model, labels);
        LabelSetWriter.WriteFindAll(writer, labels);
    }

    private static void WriteClassesOf(SourceWriter writer, TargetModel model)
    {
        writer.Line("""
            /// <summary>The classes of a row.</summary>
            /// <param name="row">The row.</param>
            /// <param name="classIndices">Where the class indices go, each once and in ascending order; at least <see cref="Count"/> long.</param>
            /// <returns>The number of classes of the row.</returns>
            """);
        if (model.IsReferenceType)
        {
            writer.Line("""/// <exception cref="global::System.ArgumentNullException">The row is null.</exception>""");
        }

        writer.Line("""/// <exception cref="global::BalanceGen.UnknownLabelException">One of the row's labels is none of the classes.</exception>""");
        using (writer.Block($"public static int ClassesOf(in {model.RowType} row, global::System.Span<int> classIndices)"))
        {
            if (model.IsReferenceType)
            {
                writer.Line("global::System.ArgumentNullException.ThrowIfNull(row);");
            }

            writer.Line($$"""
                int length = FindAll({{model.Read("row")}}, classIndices);
                if (length < 0)
                {
                    global::BalanceGen.UnknownLabelException.Throw(default(Indexer).DescribeLabels(in row), Set);
                }

                return length;
                """);
        }

        writer.Line();
    }

    private static void WriteIndexer(SourceWriter writer, TargetModel model, MultiLabelModel labels)
    {
        string find = $"FindAll({model.Read("row")}, classIndices)";
        string text = $"Text({model.Read("row")})";
        writer.Line($$"""
            /// <summary>Maps a row to its classes, for library code that is generic over the mapping.</summary>
            public readonly struct Indexer : global::BalanceGen.Classes.IMultiLabelIndexer<{{model.RowType}}>
            {
                /// <inheritdoc/>
                public global::BalanceGen.ClassSet Classes => Set;

                /// <inheritdoc/>
                public int ClassesOf(in {{model.RowType}} row, global::System.Span<int> classIndices) => {{(model.IsReferenceType ? $"row is null ? -1 : {find}" : find)}};

                /// <inheritdoc/>
                public string DescribeLabels(in {{model.RowType}} row) => {{(model.IsReferenceType ? $"row is null ? \"(null row)\" : {text}" : text)}};
            }

            """);
        WriteText(writer, labels);
    }

    private static void WriteText(SourceWriter writer, MultiLabelModel labels)
    {
        LabelWriter label = LabelWriter.Of(labels.Labels);
        writer.Line("/// <summary>The labels of a row as text.</summary>");
        if (labels.Form == LabelSetForm.Collection)
        {
            using (writer.Block($"private static string Text({labels.Type} labels)"))
            {
                if (labels.CanBeNull)
                {
                    writer.If("labels is null", "return \"(null)\";");
                    writer.Line();
                }

                writer.Line($$"""
                    var texts = new global::System.Collections.Generic.List<string>();
                    foreach (var label in labels)
                    {
                        texts.Add({{label.Describe("label")}});
                    }

                    return string.Join(", ", texts);
                    """);
            }
        }
        else
        {
            string text = labels switch
            {
                { Declared: VectorLabelModel vector } => VectorLabelWriter.DescribeElements(vector, "labels"),
                { CanBeNull: true } => $"labels is {{ }} value ? {label.Describe("value")} : \"(null)\"",
                _ => label.Describe("labels"),
            };
            writer.Line($"private static string Text({labels.Type} labels) => {text};");
        }

        writer.Line();
    }
}
