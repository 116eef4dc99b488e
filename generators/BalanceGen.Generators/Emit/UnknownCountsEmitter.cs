namespace BalanceGen.Generators.Emit;

/// <summary>
/// Writes the members of counts that are given and not valid. They cannot be used, and the compiler says at each use why: without them it would only say
/// that there is no such member, far from the cause.
/// </summary>
internal static class UnknownCountsEmitter
{
    /// <param name="writer">Where to write.</param>
    /// <param name="model">The target.</param>
    /// <param name="problem">Why the counts are not known.</param>
    /// <param name="isError">Whether the compiler refuses each use; not where the classes are not known either, which is one error by itself.</param>
    public static void Write(SourceWriter writer, TargetModel model, string problem, bool isError)
    {
        bool countsLabels = model.Label is MultiLabelModel;
        string target = model.Types[model.Types.Count - 1].Name;
        string? obsolete = isError ? $"[global::System.Obsolete({CSharpLiteral.Of($"The counts of '{target}' are not known, because {problem}.")}, error: true)]" : null;
        writer.Line($"""
            /// <summary>Cannot be called: the counts are not known, because {XmlText.Escape(problem)}.</summary>
            /// <param name="rows">The rows.</param>
            """);
        WriteAttribute(writer, obsolete);
        writer.Line($"""
            public static global::System.Collections.Generic.IReadOnlyList<global::BalanceGen.Classes.ClassCountDifference> VerifyCounts(global::System.ReadOnlySpan<{model.RowType}> rows) =>
                throw new global::System.NotSupportedException();

            /// <summary>Cannot be used: the counts are not known, because {XmlText.Escape(problem)}.</summary>
            """);
        WriteAttribute(writer, obsolete);
        using (writer.Block($"public static class {LibraryNames.KnownCounts}"))
        {
            WriteConstant(writer, "long", countsLabels ? "LabelCount" : "Total");
            WriteConstant(writer, "double", "ImbalanceRatio");
            WriteProperty(writer, "global::System.ReadOnlySpan<long>", "Values");
            foreach (string scheme in new[] { "Balanced", "InverseFrequency", "InverseSquareRoot", "MedianFrequency" })
            {
                WriteProperty(writer, "global::System.ReadOnlySpan<double>", scheme + "Weights");
            }

            if (!countsLabels)
            {
                WriteProperty(writer, "global::System.ReadOnlySpan<byte>", "BalancedOrder");
                WriteProperty(writer, "global::System.ReadOnlySpan<ulong>", "AliasThresholds");
                WriteProperty(writer, "global::System.ReadOnlySpan<byte>", "AliasClasses");
                WriteProperty(writer, "global::BalanceGen.Sampling.SamplerTables", "Tables");
            }

            writer.Line("""
                /// <summary>Not known.</summary>
                public static global::BalanceGen.ClassCounts ToClassCounts() => throw new global::System.NotSupportedException();
                """);
        }

        writer.Line();
    }

    private static void WriteAttribute(SourceWriter writer, string? attribute)
    {
        if (attribute is not null)
        {
            writer.Line(attribute);
        }
    }

    private static void WriteConstant(SourceWriter writer, string type, string name) => writer.Line($"""
        /// <summary>Not known.</summary>
        public const {type} {name} = 0;

        """);

    private static void WriteProperty(SourceWriter writer, string type, string name) => writer.Line($"""
        /// <summary>Not known.</summary>
        public static {type} {name} => throw new global::System.NotSupportedException();

        """);
}
