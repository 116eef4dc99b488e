using System.Text;

namespace BalanceGen.Generators.Emit;

/// <summary>Many names as one C# constant, a line feed between each two. Ten thousand literals would cost the compiler a token and a node each.</summary>
internal static class NameTable
{
    /// <summary>The constant, or null if a name has a line feed itself.</summary>
    public static string? Of(IReadOnlyCollection<string> names)
    {
        if (names.Any(name => name.IndexOf('\n') >= 0))
        {
            return null;
        }

        var table = new StringBuilder("\"");
        foreach (string name in names)
        {
            string literal = CSharpLiteral.Of(name);
            table.Append(table.Length == 1 ? "" : "\\n").Append(literal, 1, literal.Length - 2);
        }

        return table.Append('"').ToString();
    }
}
