using System.Linq;
using BalanceGen.Generators.Emit.Labels;
using BalanceGen.Generators.Infrastructure;
using BalanceGen.Generators.Model;

namespace BalanceGen.Generators.Emit;

/// <summary>Writes the members of <c>Classes</c> for rows with several labels.</summary>
internal static class MultiLabelEmitter
{
    private const int NumbersPerLine = 24;

    /// <summary>The parameter of flags that may be missing.</summary>
    private const string MissingFlags = "labelsOrNull";

    public static void Write(SourceWriter writer, TargetModel model, MultiLabelModel labels, BakedCounts? counts)
    {
        WriteClassesOf(writer, model);
        foreach (string collection in new[]
        {
            $"{model.RowType}[]",
            $"global::System.ReadOnlyMemory<{model.RowType}>",
            $"global::System.Collections.Generic.List<{model.RowType}>",
        })
        {
            writer.Line($"""
                /// <summary>Indexes the rows by their label sets, in one pass.</summary>
                /// <param name="rows">The rows. They are referred to, not copied: do not add, remove or relabel rows afterwards.</param>
                /// <exception cref="global::BalanceGen.UnknownLabelException">One of a row's labels is none of the classes.</exception>
                public static global::BalanceGen.MultiLabelDataset<{model.RowType}> Index({collection} rows) =>
                    global::BalanceGen.MultiLabelDataset.Create(rows, default(Indexer));

                """);
        }

        KnownCountsEmitter.Write(writer, model, counts);
        WriteIndexer(writer, model, labels);
        WriteFindAll(writer, labels);
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

            writer.Line($"int length = FindAll({model.Read("row")}, classIndices);");
            using (writer.Block("if (length < 0)"))
            {
                writer.Line("global::BalanceGen.UnknownLabelException.Throw(default(Indexer).DescribeLabels(in row), Set);");
            }

            writer.Line("""

                return length;
                """);
        }

        writer.Line();
    }

    private static void WriteIndexer(SourceWriter writer, TargetModel model, MultiLabelModel labels)
    {
        string find = $"FindAll({model.Read("row")}, classIndices)";
        string text = $"Text({model.Read("row")})";
        writer.Line("/// <summary>Maps a row to its classes, for library code that is generic over the mapping.</summary>");
        using (writer.Block($"public readonly struct Indexer : global::BalanceGen.IMultiLabelIndexer<{model.RowType}>"))
        {
            writer.Line($"""
                /// <inheritdoc/>
                public global::BalanceGen.ClassSet Classes => Set;

                /// <inheritdoc/>
                public int ClassesOf(in {model.RowType} row, global::System.Span<int> classIndices) => {(model.IsReferenceType ? $"row is null ? -1 : {find}" : find)};

                /// <inheritdoc/>
                public string DescribeLabels(in {model.RowType} row) => {(model.IsReferenceType ? $"row is null ? \"(null row)\" : {text}" : text)};
                """);
        }

        writer.Line();
        WriteText(writer, labels);
    }

    private static void WriteText(SourceWriter writer, MultiLabelModel labels)
    {
        writer.Line("/// <summary>The labels of a row as text.</summary>");
        if (labels.Form == LabelSetForm.Collection)
        {
            using (writer.Block($"private static string Text({labels.Type} labels)"))
            {
                if (labels.CanBeNull)
                {
                    using (writer.Block("if (labels is null)"))
                    {
                        writer.Line("return \"(null)\";");
                    }

                    writer.Line();
                }

                writer.Line("var texts = new global::System.Collections.Generic.List<string>();");
                using (writer.Block("foreach (var label in labels)"))
                {
                    writer.Line($"texts.Add({LabelWriter.Of(labels.Labels).Describe("label")});");
                }

                writer.Line("""

                    return string.Join(", ", texts);
                    """);
            }
        }
        else
        {
            LabelWriter label = LabelWriter.Of(labels.Labels);
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

    private static void WriteFindAll(SourceWriter writer, MultiLabelModel labels)
    {
        writer.Line("/// <summary>Writes the classes of a row and gives their number, or -1 if a label is none of the classes.</summary>");
        string parameter = labels is { Form: LabelSetForm.Flags, CanBeNull: true } ? MissingFlags : "labels";
        using (writer.Block($"private static int FindAll({labels.Type} {parameter}, global::System.Span<int> classIndices)"))
        {
            switch (labels.Form)
            {
                case LabelSetForm.Flags:
                    WriteFlags(writer, labels, (EnumLabelModel)labels.Declared);
                    break;
                case LabelSetForm.MultiHot:
                    WriteMultiHot(writer, labels, (VectorLabelModel)labels.Declared);
                    break;
                default:
                    WriteCollection(writer, labels);
                    break;
            }
        }

        if (labels.Form == LabelSetForm.Collection)
        {
            writer.Line();
            LabelWriter.Of(labels.Labels).WriteFind(writer, LabelWriter.Find);
        }
    }

    private static void WriteFlags(SourceWriter writer, MultiLabelModel labels, EnumLabelModel flags)
    {
        if (labels.CanBeNull)
        {
            using (writer.Block($"if ({MissingFlags} is not {{ }} labels)"))
            {
                writer.Line($"return {(labels.IsNullEmpty ? "0" : "-1")};");
            }

            writer.Line();
        }

        decimal all = 0;
        foreach (EnumClass flag in flags.Classes)
        {
            all += flag.Value;
        }

        using (writer.Block($"if ((labels & ~({flags.Type})({CSharpLiteral.OfWhole(all)})) != 0)"))
        {
            writer.Line("return -1;");
        }

        writer.Line();
        WriteBits(writer, labels);
        for (int index = 0; index < flags.Classes.Count; index++)
        {
            if (labels.ClassOf(index) is >= 0 and var classIndex)
            {
                using (writer.Block($"if ((labels & {flags.Classes[index].Constant}) != 0)"))
                {
                    writer.Line($"set.Add({CSharpLiteral.Of(classIndex)});");
                }

                writer.Line();
            }
        }

        writer.Line("return set.CopyTo(classIndices);");
    }

    private static void WriteMultiHot(SourceWriter writer, MultiLabelModel labels, VectorLabelModel vector)
    {
        string count = CSharpLiteral.Of(vector.ClassCount);
        string elements = vector.IsInlineArray ? "elements" : "labels";
        if (vector.IsInlineArray)
        {
            writer.Line($"global::System.ReadOnlySpan<{vector.ElementType}> elements = labels;");
        }
        else
        {
            using (writer.Block($"if (labels.Length != {count})"))
            {
                writer.Line(labels.IsNullEmpty ? "return labels.IsEmpty ? 0 : -1;" : "return -1;");
            }

            writer.Line();
        }

        string tolerance = (vector.Tolerance, vector.ElementType) switch
        {
            ("", _) => "",
            (_, "global::System.Half") => $", (global::System.Half){vector.Tolerance}",
            _ => $", {vector.Tolerance}",
        };
        if (!labels.IsMapped)
        {
            writer.Line($"return global::BalanceGen.OneHot.AllHot({elements}, classIndices{tolerance});");
            return;
        }

        writer.Line($"""
            global::System.Span<int> hot = stackalloc int[{count}];
            int length = global::BalanceGen.OneHot.AllHot({elements}, hot{tolerance});
            """);
        using (writer.Block("if (length < 0)"))
        {
            writer.Line("return -1;");
        }

        writer.Line();
        WriteBits(writer, labels);
        writer.Line("global::System.ReadOnlySpan<int> classOfPosition =");
        writer.Line("[");
        writer.Items([.. Enumerable.Range(0, vector.ClassCount).Select(index => CSharpLiteral.Of(labels.ClassOf(index)))], NumbersPerLine);
        writer.Line("];");
        using (writer.Block("foreach (int position in hot[..length])"))
        {
            writer.Line("int classIndex = classOfPosition[position];");
            using (writer.Block("if (classIndex >= 0)"))
            {
                writer.Line("set.Add(classIndex);");
            }
        }

        writer.Line("""

            return set.CopyTo(classIndices);
            """);
    }

    private static void WriteCollection(SourceWriter writer, MultiLabelModel labels)
    {
        if (labels.CanBeNull)
        {
            using (writer.Block("if (labels is null)"))
            {
                writer.Line($"return {(labels.IsNullEmpty ? "0" : "-1")};");
            }

            writer.Line();
        }

        WriteBits(writer, labels);
        using (writer.Block("foreach (var label in labels)"))
        {
            writer.Line("int classIndex = Find(label);");
            using (writer.Block("if (classIndex >= 0)"))
            {
                writer.Line("set.Add(classIndex);");
            }

            using (writer.Block("else if (classIndex != global::BalanceGen.ClassIndex.Ignored)"))
            {
                writer.Line("return -1;");
            }
        }

        writer.Line("""

            return set.CopyTo(classIndices);
            """);
    }

    private static void WriteBits(SourceWriter writer, MultiLabelModel labels) => writer.Line($"""
        global::System.Span<ulong> words = stackalloc ulong[{CSharpLiteral.Of((labels.ClassCount + 63) / 64)}];
        words.Clear();
        var set = new global::BalanceGen.LabelSetBits(words);
        """);
}
