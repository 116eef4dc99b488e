namespace BalanceGen.Generators.Emit;

/// <summary>Writes the members that read the rows' own weights.</summary>
internal static class RowWeightEmitter
{
    public static void Write(SourceWriter writer, TargetModel model)
    {
        // The library refuses negative weights with the number of the row.
        string weight = $"{(model.IsReferenceType ? "row is null ? -1 : " : "")}(double){model.ReadWeight("row")}";
        foreach (RowForm form in RowForm.ForReading)
        {
            writer.Line("""
                /// <summary>The rows' own weights.</summary>
                /// <param name="rows">The rows.</param>
                /// <exception cref="global::System.ArgumentOutOfRangeException">A weight is negative, NaN or infinite; the error names the row.</exception>
                """);
            form.WritePriority(writer);
            writer.Line($"""
                public static global::BalanceGen.SampleWeights WeightRows({form.TypeOf(model.RowType)} rows) =>
                    global::BalanceGen.SampleWeights.Of(rows{form.AsArgument}, default(Weigher));

                """);
        }

        writer.Line($$"""
            /// <summary>Reads a row's weight, for library code that is generic over it.</summary>
            public readonly struct Weigher : global::BalanceGen.Weights.ISampleWeigher<{{model.RowType}}>
            {
                /// <inheritdoc/>
                public double WeightOf(in {{model.RowType}} row) => {{weight}};
            }

            """);
    }
}
