namespace BalanceGen.Generators.Emit.Labels;

/// <summary>Writes how the classes of a row with several labels are found.</summary>
internal static class LabelSetWriter
{
    private const int NumbersPerLine = 24;

    /// <summary>The parameter of flags that may be missing.</summary>
    private const string MissingFlags = "labelsOrNull";

    /// <summary>Writes the private method that writes the class indices of a row and gives their number.</summary>
    public static void WriteFindAll(SourceWriter writer, MultiLabelModel labels)
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
        WriteMissing(writer, labels, $"{MissingFlags} is not {{ }} labels");
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
            writer.Line($"return global::BalanceGen.Classes.OneHot.AllHot({elements}, classIndices{tolerance});");
            return;
        }

        writer.Line($"""
            global::System.Span<int> hot = stackalloc int[{count}];
            int length = global::BalanceGen.Classes.OneHot.AllHot({elements}, hot{tolerance});
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
        WriteMissing(writer, labels, "labels is null");
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

    private static void WriteMissing(SourceWriter writer, MultiLabelModel labels, string condition)
    {
        if (labels.CanBeNull)
        {
            using (writer.Block($"if ({condition})"))
            {
                writer.Line($"return {(labels.IsNullEmpty ? "0" : "-1")};");
            }

            writer.Line();
        }
    }

    private static void WriteBits(SourceWriter writer, MultiLabelModel labels) => writer.Line($"""
        global::System.Span<ulong> words = stackalloc ulong[{CSharpLiteral.Of((labels.ClassCount + 63) / 64)}];
        words.Clear();
        var set = new global::BalanceGen.Classes.LabelSetBits(words);
        """);
}
