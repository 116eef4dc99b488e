using System;
using System.Linq;
using BalanceGen.Generators.Emit.Labels;
using BalanceGen.Generators.Infrastructure;
using BalanceGen.Generators.Model;

namespace BalanceGen.Generators.Emit;

/// <summary>Writes the nested class <c>Classes</c>.</summary>
internal static class ClassesEmitter
{
    /// <summary>The most class names that a documentation comment spells out.</summary>
    private const int NamesShown = 12;

    public static void Write(SourceWriter writer, TargetModel model)
    {
        writer.Line($"""
            /// <summary>The classes of the label <c>{model.LabelMember}</c>: {Names(model.Label)}.</summary>
            /// <remarks>All members are thread-safe.</remarks>
            [global::System.CodeDom.Compiler.GeneratedCode("BalanceGen", {CSharpLiteral.Of(GeneratorVersion.Text)})]
            """);
        using (writer.Block($"public {(model.HidesInheritedClasses ? "new " : "")}static class Classes"))
        {
            WriteClassSet(writer, model.Label);
            WriteLabelOverloads(writer, model.Label);
            WriteRowOverloads(writer, model);
            WriteDatasetMembers(writer, model.RowType);
            IndexerEmitter.Write(writer, model);
            LabelWriter.Of(model.Label).WriteFind(writer);
        }
    }

    private static void WriteClassSet(SourceWriter writer, LabelModel label)
    {
        writer.Line($"""
            /// <summary>The number of classes.</summary>
            public const int Count = {CSharpLiteral.Of(label.ClassCount)};

            /// <summary>The class names in the order of their class indices.</summary>
            """);
        LabelWriter.Of(label).WriteClassSet(writer);
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
            using (writer.Block($"{access} static int IndexOf({label.Type} label)"))
            {
                writer.Line("int classIndex = Find(label);");
                using (writer.Block("if (classIndex < 0)"))
                {
                    writer.Line($"global::BalanceGen.UnknownLabelException.Throw({labelWriter.Describe("label")}, Set);");
                }

                writer.Line("""

                    return classIndex;
                    """);
            }
        }
        else
        {
            writer.Line($"{access} static int IndexOf({label.Type} label) => Find(label);");
        }

        writer.Line("""

            /// <summary>The class index of a label.</summary>
            /// <param name="label">The label.</param>
            /// <param name="classIndex">The class index, or -1 if the label is none of the classes.</param>
            /// <returns>Whether the label is a class.</returns>
            """);
        using (writer.Block($"{access} static bool TryIndexOf({label.Type} label, out int classIndex)"))
        {
            writer.Line("""
                classIndex = Find(label);
                return classIndex >= 0;
                """);
        }

        writer.Line();
    }

    private static void WriteRowOverloads(SourceWriter writer, TargetModel model)
    {
        string nullCheck = model.IsReferenceType ? "global::System.ArgumentNullException.ThrowIfNull(row);\n" : "";
        writer.Line("""
            /// <summary>The class index of a row.</summary>
            /// <param name="row">The row.</param>
            """);
        WriteRowExceptions(writer, model, canThrowUnknown: LabelWriter.Of(model.Label).HasUnknownLabels);
        using (writer.Block($"public static int IndexOf(in {model.RowType} row)"))
        {
            writer.Line($"{nullCheck}return IndexOf(row.{model.LabelMember});");
        }

        writer.Line("""

            /// <summary>The class index of a row.</summary>
            /// <param name="row">The row.</param>
            /// <param name="classIndex">The class index, or -1 if the row's label is none of the classes.</param>
            /// <returns>Whether the row's label is a class.</returns>
            """);
        WriteRowExceptions(writer, model, canThrowUnknown: false);
        using (writer.Block($"public static bool TryIndexOf(in {model.RowType} row, out int classIndex)"))
        {
            writer.Line($"{nullCheck}return TryIndexOf(row.{model.LabelMember}, out classIndex);");
        }

        writer.Line();
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

    private static void WriteDatasetMembers(SourceWriter writer, string rowType)
    {
        writer.Line($"""
            /// <summary>Counts the rows of each class, in one pass.</summary>
            /// <param name="rows">The rows.</param>
            /// <exception cref="global::BalanceGen.UnknownLabelException">A row's label is none of the classes.</exception>
            public static global::BalanceGen.ClassCounts CountRows(global::System.ReadOnlySpan<{rowType}> rows) =>
                global::BalanceGen.ClassCounts.Of(rows, default(Indexer));

            """);
        foreach (string collection in new[] { $"{rowType}[]", $"global::System.ReadOnlyMemory<{rowType}>", $"global::System.Collections.Generic.List<{rowType}>" })
        {
            writer.Line($"""
                /// <summary>Indexes the rows by class, in one pass; the rows are not copied.</summary>
                /// <param name="rows">The rows.</param>
                /// <exception cref="global::BalanceGen.UnknownLabelException">A row's label is none of the classes.</exception>
                public static global::BalanceGen.IndexedDataset<{rowType}> Index({collection} rows) =>
                    global::BalanceGen.IndexedDataset.Create(rows, default(Indexer));

                """);
        }
    }

    private static string Names(LabelModel label)
    {
        string names = string.Join(
            ", ", Enumerable.Range(0, Math.Min(label.ClassCount, NamesShown)).Select(index => XmlText.Escape(label.ClassName(index))));
        return label.ClassCount > NamesShown ? $"{names}, … ({CSharpLiteral.Of(label.ClassCount)} classes)" : names;
    }

    private static string Keyword(MemberAccess access) => access switch
    {
        MemberAccess.Public => "public",
        MemberAccess.Internal => "internal",
        _ => "private",
    };
}
