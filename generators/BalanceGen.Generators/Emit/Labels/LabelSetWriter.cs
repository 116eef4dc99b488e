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
        writer.If($"(labels & ~({flags.Type})({CSharpLiteral.OfWhole(flags.Classes.Sum(flag => flag.Value))})) != 0", "return -1;");
        writer.Line();
        WriteBits(writer, labels);
        for (int index = 0; index < flags.Classes.Count; index++)
        {
            if (labels.ClassOf(index) is >= 0 and var classIndex)
            {
                writer.If($"(labels & {flags.Classes[index].Constant}) != 0", $"set.Add({CSharpLiteral.Of(classIndex)});");
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
            writer.If($"labels.Length != {count}", labels.IsNullEmpty ? "return labels.IsEmpty ? 0 : -1;" : "return -1;");
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

        writer.Line($$"""
            global::System.Span<int> hot = stackalloc int[{{count}}];
            int length = global::BalanceGen.Classes.OneHot.AllHot({{elements}}, hot{{tolerance}});
            if (length < 0)
            {
                return -1;
            }

            """);
        WriteBits(writer, labels);
        writer.Line("""
            global::System.ReadOnlySpan<int> classOfPosition =
            [
            """);
        writer.Items([.. Enumerable.Range(0, vector.ClassCount).Select(index => CSharpLiteral.Of(labels.ClassOf(index)))], NumbersPerLine);
        writer.Line("""
            ];
            foreach (int position in hot[..length])
            {
                int classIndex = classOfPosition[position];
                if (classIndex >= 0)
                {
                    set.Add(classIndex);
                }
            }

            return set.CopyTo(classIndices);
            """);
    }

    private static void WriteCollection(SourceWriter writer, MultiLabelModel labels)
    {
        WriteMissing(writer, labels, "labels is null");
        WriteBits(writer, labels);
        writer.Line("""
            foreach (var label in labels)
            {
                int classIndex = Find(label);
                if (classIndex >= 0)
                {
                    set.Add(classIndex);
                }
                else if (classIndex != global::BalanceGen.ClassIndex.Ignored)
                {
                    return -1;
                }
            }

            return set.CopyTo(classIndices);
            """);
    }

    private static void WriteMissing(SourceWriter writer, MultiLabelModel labels, string condition)
    {
        if (labels.CanBeNull)
        {
            writer.If(condition, $"return {(labels.IsNullEmpty ? "0" : "-1")};");
            writer.Line();
        }
    }

    private static void WriteBits(SourceWriter writer, MultiLabelModel labels) => writer.Line($"""
        global::System.Span<ulong> words = stackalloc ulong[{CSharpLiteral.Of((labels.ClassCount + 63) / 64)}];
        words.Clear();
        var set = new global::BalanceGen.Classes.LabelSetBits(words);
        """);
}
