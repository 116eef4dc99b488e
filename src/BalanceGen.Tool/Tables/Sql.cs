namespace BalanceGen.Tool.Tables;

/// <summary>Text and names as SQL has them.</summary>
internal static class Sql
{
    public static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Text))}]";

    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Name));
}
