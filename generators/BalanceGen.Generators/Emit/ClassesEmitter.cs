using BalanceGen.Generators.Emit.Labels;

namespace BalanceGen.Generators.Emit;

/// <summary>Writes the nested class <c>Classes</c>.</summary>
internal static class ClassesEmitter
{
    /// <summary>The most class names that a documentation comment spells out.</summary>
    private const int NamesShown = 12;

    public static void Write(SourceWriter writer, CountedTarget counted)
    {
        TargetModel model = counted.Target;
        writer.Line($"""
            /// <summary>The classes of the label <c>{XmlText.Escape(model.LabelName)}</c>: {XmlText.Escape(model.Label.ClassNames(NamesShown))}.</summary>
            /// <remarks>{(counted.Counts is { } counts ? CountText.Table(counted, counts) + " " : "")}All members are thread-safe.</remarks>
            [global::System.CodeDom.Compiler.GeneratedCode("BalanceGen", {CSharpLiteral.Of(GeneratorVersion.Text)})]
            [global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]
            """);
        using (writer.Block($"public {(model.HidesInheritedClasses ? "new " : "")}static class Classes"))
        {
            WriteClassSet(writer, model.Label);
            ClassIndicesEmitter.Write(writer, counted);
            if (model.WeightAccess is not null)
            {
                RowWeightEmitter.Write(writer, model);
            }

            if (model.Group is { } group)
            {
                GroupEmitter.Write(writer, model, group);
            }

            if (model.Label is MultiLabelModel labels)
            {
                MultiLabelEmitter.Write(writer, counted, labels);
                return;
            }

            WriteLabelOverloads(writer, model.Label);
            WriteRowOverloads(writer, model);
            WriteDatasetMembers(writer, model);
            KnownCountsEmitter.Write(writer, counted);
            IndexerEmitter.Write(writer, model);
            LabelWriter.Of(model.Label).WriteFind(writer, LabelWriter.Find);
        }
    }

    private static void WriteClassSet(SourceWriter writer, LabelModel label)
    {
        writer.Line($"""
            /// <summary>The number of classes.</summary>
            public const int Count = {CSharpLiteral.Of(label.ClassCount)};

            /// <summary>The class names in the order of their class indices.</summary>
            """);
        LabelWriter.Of(label is MultiLabelModel labels ? labels.Labels : label).WriteClassSet(writer);
        writer.Line();
    }

    private static void WriteLabelOverloads(SourceWriter writer, LabelModel label)
    {
        LabelWriter labelWriter = LabelWriter.Of(label);
        string access = Keyword(label.OverloadAccess);
        writer.Line($"""
            /// <summary>The class index of a label.</summary>
            /// <param name="label">The label.</param>
            """);
        if (labelWriter.HasUnknownLabels)
        {
            writer.Line("""/// <exception cref="global::BalanceGen.UnknownLabelException">The label is none of the classes.</exception>""");
            writer.Line($$"""
                {{access}} static int IndexOf({{label.Type}} label)
                {
                    int classIndex = Find(label);
                    if (classIndex < 0)
                    {
                        global::BalanceGen.UnknownLabelException.Throw({{labelWriter.Describe("label")}}, Set);
                    }

                    return classIndex;
                }
                """);
        }
        else
        {
            writer.Line($"{access} static int IndexOf({label.Type} label) => Find(label);");
        }

        writer.Line($$"""

            /// <summary>The class index of a label.</summary>
            /// <param name="label">The label.</param>
            /// <param name="classIndex">The class index, or -1 if the label is none of the classes{{Ignored(labelWriter)}}.</param>
            /// <returns>Whether the label is a class.</returns>
            {{access}} static bool TryIndexOf({{label.Type}} label, out int classIndex)
            {
                classIndex = Find(label);
                return classIndex >= 0;
            }

            """);
    }

    private static void WriteRowOverloads(SourceWriter writer, TargetModel model)
    {
        writer.Line("""
            /// <summary>The class index of a row.</summary>
            /// <param name="row">The row.</param>
            """);
        WriteRowExceptions(writer, model, canThrowUnknown: LabelWriter.Of(model.Label).HasUnknownLabels);
        WriteRowMethod(writer, model, "int IndexOf(in {0} row)", "IndexOf({0})");

        writer.Line($"""
            /// <summary>The class index of a row.</summary>
            /// <param name="row">The row.</param>
            /// <param name="classIndex">The class index, or -1 if the row's label is none of the classes{Ignored(LabelWriter.Of(model.Label))}.</param>
            /// <returns>Whether the row's label is a class.</returns>
            """);
        WriteRowExceptions(writer, model, canThrowUnknown: false);
        WriteRowMethod(writer, model, "bool TryIndexOf(in {0} row, out int classIndex)", "TryIndexOf({0}, out classIndex)");
    }

    private static void WriteRowMethod(SourceWriter writer, TargetModel model, string signatureFormat, string resultFormat)
    {
        string signature = $"public static {string.Format(CultureInfo.InvariantCulture, signatureFormat, model.RowType)}";
        string result = string.Format(CultureInfo.InvariantCulture, resultFormat, model.Read("row"));
        writer.Line(model.IsReferenceType
            ? $$"""
                {{signature}}
                {
                    global::System.ArgumentNullException.ThrowIfNull(row);
                    return {{result}};
                }

                """
            : $"""
                {signature} => {result};

                """);
    }

    private static void WriteRowExceptions(SourceWriter writer, TargetModel model, bool canThrowUnknown)
    {
        if (model.IsReferenceType)
        {
            writer.Line("""/// <exception cref="global::System.ArgumentNullException">The row is null.</exception>""");
        }

        if (canThrowUnknown)
        {
            writer.Line("""/// <exception cref="global::BalanceGen.UnknownLabelException">The row's label is none of the classes.</exception>""");
        }
    }

    private static void WriteDatasetMembers(SourceWriter writer, TargetModel model)
    {
        foreach (RowForm form in RowForm.ForReading)
        {
            writer.Line("""
                /// <summary>Counts the rows of each class, in one pass.</summary>
                /// <param name="rows">The rows.</param>
                """);
            WriteUnknownLabelOfAnyRow(writer, model);
            form.WritePriority(writer);
            writer.Line($"""
                public static global::BalanceGen.ClassCounts CountRows({form.TypeOf(model.RowType)} rows) =>
                    global::BalanceGen.ClassCounts.Of(rows{form.AsArgument}, default(Indexer));

                """);
        }

        WriteCopyClassIndices(writer, model, "int");
        WriteCopyClassIndices(writer, model, "long");
        foreach (RowForm form in RowForm.ForKeeping)
        {
            WriteIndex(writer, model, form);
        }
    }

    private static void WriteCopyClassIndices(SourceWriter writer, TargetModel model, string type)
    {
        string ignored = LabelWriter.Of(model.Label).HasIgnoredLabels ? ", or <see cref=\"global::BalanceGen.ClassIndex.Ignored\"/> if the row is left out" : "";
        writer.Line($"""
            /// <summary>Writes the class index of each row, in one pass.</summary>
            /// <param name="rows">The rows.</param>
            /// <param name="classIndices">Receives one class index per row{ignored}; it may be longer than the rows.</param>
            /// <exception cref="global::System.ArgumentException">The span is shorter than the rows.</exception>
            """);
        WriteUnknownLabelOfAnyRow(writer, model);
        writer.Line($"""
            public static void CopyClassIndices(global::System.ReadOnlySpan<{model.RowType}> rows, global::System.Span<{type}> classIndices) =>
                global::BalanceGen.ClassIndex.Copy(rows, default(Indexer), classIndices);

            """);
    }

    private static void WriteIndex(SourceWriter writer, TargetModel model, RowForm form)
    {
        writer.Line($"""
            /// <summary>Indexes the rows by class, in one pass.{GroupEmitter.Remark(model)}</summary>
            /// <param name="rows">{form.WhatIsKept}</param>
            """);
        WriteUnknownLabelOfAnyRow(writer, model);
        form.WritePriority(writer);
        writer.Line($"""
            public static global::BalanceGen.IndexedDataset<{model.RowType}> Index({form.TypeOf(model.RowType)} rows) =>
                global::BalanceGen.IndexedDataset.Create(rows, default(Indexer)){GroupEmitter.AfterIndex(model)};

            """);
    }

    private static void WriteUnknownLabelOfAnyRow(SourceWriter writer, TargetModel model)
    {
        string? condition = (model.IsReferenceType, LabelWriter.Of(model.Label).HasUnknownLabels) switch
        {
            (true, true) => "A row is null, or its label is none of the classes.",
            (true, false) => "A row is null.",
            (false, true) => "A row's label is none of the classes.",
            (false, false) => null,
        };
        if (condition is not null)
        {
            writer.Line($"""/// <exception cref="global::BalanceGen.UnknownLabelException">{condition}</exception>""");
        }
    }

    /// <summary>
    /// The part of a documentation comment about rows that are left out. They have an index of their own, because a caller may skip them, but must not skip labels that
    /// are errors.
    /// </summary>
    private static string Ignored(LabelWriter label) =>
        label.HasIgnoredLabels ? ", or <see cref=\"global::BalanceGen.ClassIndex.Ignored\"/> if it is left out" : "";

    private static string Keyword(MemberAccess access) => access switch
    {
        MemberAccess.Public => "public",
        MemberAccess.Internal => "internal",
        _ => "private",
    };
}
