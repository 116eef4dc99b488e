using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Emit;

/// <summary>Writes what only classes from a file have: their order, and a constant for each whose name is an identifier.</summary>
internal static class ClassIndicesEmitter
{
    /// <summary>Names that a constant would hide, or may not have.</summary>
    private static readonly HashSet<string> Taken =
    [
        LibraryNames.ClassIndices, "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    ];

    public static void Write(SourceWriter writer, CountedTarget counted)
    {
        if (!counted.HasFileClasses)
        {
            return;
        }

        writer.Line($"""
            /// <summary>The order of the classes, to be kept with a model and set as <c>ClassOrder</c> of [ClassLabel]: it changes where an edit of the file changes indices.</summary>
            public const string Order = {CSharpLiteral.Of(counted.ClassOrder ?? "")};

            /// <summary>The class indices of the classes whose names are identifiers.</summary>
            """);
        LabelModel label = counted.Target.Label;
        using (writer.Block($"public static class {LibraryNames.ClassIndices}"))
        {
            for (int index = 0; index < label.ClassCount; index++)
            {
                string name = label.ClassName(index);
                if (IsConstant(name))
                {
                    writer.Line($"""
                        /// <summary>Class {CSharpLiteral.Of(index)}{Rows(counted, index)}.</summary>
                        public const int {Identifier.Escape(name)} = {CSharpLiteral.Of(index)};
                        """);
                }
            }
        }

        writer.Line();
    }

    /// <summary>
    /// Whether a constant can have the name of a class. A name with formatting characters cannot, because the compiler takes two names that differ only in these for one
    /// identifier.
    /// </summary>
    private static bool IsConstant(string name) =>
        SyntaxFacts.IsValidIdentifier(name)
        && !Taken.Contains(name)
        && name.All(character => CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.Format);

    private static string Rows(CountedTarget counted, int index) => counted.Counts is { } counts ? $": {CountText.Of(counts, index)}" : "";
}
