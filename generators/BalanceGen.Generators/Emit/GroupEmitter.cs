namespace BalanceGen.Generators.Emit;

/// <summary>Writes the members that read which rows belong together.</summary>
internal static class GroupEmitter
{
    /// <summary>The text after the call that indexes rows. It adds their groups, if they have some.</summary>
    public static string AfterIndex(TargetModel model) => model.Group is { } group ? $".WithGroups<{group.Type}, Grouper>(default)" : "";

    /// <summary>The sentence about groups in the documentation of the methods that index rows.</summary>
    public static string Remark(TargetModel model) => model.Group is { } group ? $" Splits keep rows of one <c>{XmlText.Escape(group.Name)}</c> together." : "";

    public static void Write(SourceWriter writer, TargetModel model, GroupModel group)
    {
        foreach (RowForm form in RowForm.ForReading)
        {
            writer.Line($"""
                /// <summary>The groups of the rows: those of one <c>{XmlText.Escape(group.Name)}</c> belong together.</summary>
                /// <param name="rows">The rows.</param>
                /// <exception cref="global::System.ArgumentException">A row or its group is null; the error names the row.</exception>
                """);
            form.WritePriority(writer);
            writer.Line($"""
                public static global::BalanceGen.Sampling.SplitGroups GroupRows({form.TypeOf(model.RowType)} rows) =>
                    global::BalanceGen.Sampling.SplitGroups.Of<{model.RowType}, {group.Type}, Grouper>(rows{form.AsArgument}, default);

                """);
        }

        // Implemented explicitly, because the type of the keys may be less accessible than the rows.
        writer.Line($$"""
            /// <summary>Reads the key of a row's group, for library code that is generic over it.</summary>
            public readonly struct Grouper : global::BalanceGen.Sampling.ISplitGrouper<{{model.RowType}}, {{group.Type}}>
            {
                {{group.Type}} global::BalanceGen.Sampling.ISplitGrouper<{{model.RowType}}, {{group.Type}}>.GroupOf(in {{model.RowType}} row) => {{group.Read("row")}};
            }

            """);
    }
}
