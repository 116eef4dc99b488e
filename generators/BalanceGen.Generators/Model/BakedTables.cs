namespace BalanceGen.Generators.Model;

/// <summary>The tables of the samplers for equal shares of the classes that have rows. A class is its class index.</summary>
internal sealed class BakedTables
{
    /// <summary>The version of the library's draw functions that the tables are for.</summary>
    public const int FormatVersion = 3;

    private readonly byte[] _drawn;

    private BakedTables(byte[] drawn) => _drawn = drawn;

    /// <summary>For each class with rows, the fraction below which a draw of its column is that class.</summary>
    public IEnumerable<ulong> AliasThresholds => UniformAliases.ThresholdsOf(_drawn.Length);

    /// <summary>For each class with rows, the class that the rest of its column belongs to.</summary>
    public IEnumerable<byte> AliasClasses => UniformAliases.AliasesOf(_drawn.Length).Select(place => _drawn[place]);

    /// <summary>The tables. Null if a sampler would throw, or if there are so many classes that it computes the tables itself.</summary>
    public static BakedTables? Of(BakedCounts counts, ZeroCountsModel? declared)
    {
        bool wouldThrow = counts.Total == 0 || (counts.HasEmptyClass && (declared ?? ZeroCountsModel.Throw) == ZeroCountsModel.Throw);
        return wouldThrow || counts.Values.Count > UniformAliases.MostClasses
            ? null
            : new BakedTables([.. Enumerable.Range(0, counts.Values.Count).Where(index => counts.Values[index] > 0).Select(index => (byte)index)]);
    }
}
