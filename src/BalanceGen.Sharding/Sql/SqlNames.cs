using System.Text.RegularExpressions;

namespace BalanceGen.Sharding;

/// <summary>Names that may stand in a statement as they are.</summary>
internal static partial class SqlNames
{
    public static void Check(string name, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, parameter);
        if (!Plain().IsMatch(name))
        {
            throw new ArgumentException($"'{name}' is no plain name: letters, digits and underscores, and one dot behind a schema.", parameter);
        }
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)?\z")]
    private static partial Regex Plain();
}
