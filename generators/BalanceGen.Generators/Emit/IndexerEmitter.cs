using BalanceGen.Generators.Emit.Labels;

namespace BalanceGen.Generators.Emit;

/// <summary>Writes the struct through which the runtime library reads class indices.</summary>
internal static class IndexerEmitter
{
    public static void Write(SourceWriter writer, TargetModel model)
    {
        string label = model.Read("row");
        string index = $"Find({label})";
        string description = LabelWriter.Of(model.Label).Describe(label);
        if (model.IsReferenceType)
        {
            index = $"row is null ? -1 : {index}";
            description = $"row is null ? \"(null row)\" : {description}";
        }

        writer.Line($$"""
            /// <summary>Maps a row to its class index, for library code that is generic over the mapping.</summary>
            public readonly struct Indexer : global::BalanceGen.Classes.IClassIndexer<{{model.RowType}}>
            {
                /// <inheritdoc/>
                public global::BalanceGen.ClassSet Classes => Set;

                /// <inheritdoc/>
                [global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
                public int IndexOf(in {{model.RowType}} row) => {{index}};

                /// <inheritdoc/>
                public string DescribeLabel(in {{model.RowType}} row) => {{description}};
            }

            """);
    }
}
