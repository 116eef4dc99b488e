using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BalanceGen.Generators.Infrastructure;
using BalanceGen.Generators.Model;

namespace BalanceGen.Generators.Emit;

/// <summary>Counts for a reader who points at a member.</summary>
internal static class CountText
{
    /// <summary>The rows of a class and their share.</summary>
    public static string Of(BakedCounts counts, int classIndex)
    {
        long count = counts.Values[classIndex];
        string share = counts.Total == 0 ? "" : $" ({(100.0 * count / counts.Total).ToString("0.##", CultureInfo.InvariantCulture)} %)";
        return $"{CSharpLiteral.OfWhole(count)}{(count == 1 ? " row" : " rows")}{share}";
    }
}
