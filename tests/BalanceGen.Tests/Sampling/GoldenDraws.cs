using System.Globalization;
using System.Text;

namespace BalanceGen.Tests.Sampling;

/// <summary>Draws, and subsets of splits, that no version with the same <see cref="Sampler.FormatVersion"/> may change.</summary>
internal static class GoldenDraws
{
    private const int Seed = 20260101;

    private static readonly long[] FirstDraws = [0, 1000, 1L << 40];

    /// <summary>The types whose draws are in the file.</summary>
    public static IEnumerable<Type> Pinned =>
        Samplers.Kinds.Select(kind => Samplers.Create(kind, Seed).GetType()).Concat(PlaceKinds.Select(kind => PlaceSamplerTests.Create(kind, Places).GetType())).Distinct();

    /// <summary>The names of the parts of the file.</summary>
    public static IEnumerable<string> Kinds => [Version, .. Samplers.Kinds, "class places", "class places as source", .. PlaceKinds.Select(kind => $"{kind} places"), "split", "folds", "sides", "sides of groups", "folds of groups", "sides of labels"];

    private static IEnumerable<string> PlaceKinds => ["balanced", "scheduled", "minimum quota", "weighted", "windowed"];

    private static ClassCounts Places => new(Indices.Classes(4), 1L << 40, 5_000_000_011, 70_001, 5);

    private static string Version => $"format version {Sampler.FormatVersion}";

    // Classes that are shuffled and classes that are permuted without memory.
    private static RowIndex Split => Indices.Mixed(2000, 300, 40, 5).Index;

    private static SplitOptions Grouped => new()
    {
        Seed = Seed,
        RareClasses = RareClassPolicy.Spread,
        Groups = SplitGroups.Of<int>([.. Enumerable.Range(0, 2345).Select(row => (int)Math.Sqrt(row * 7))]),
    };

    public static string Compute() => string.Concat(Kinds.Select(Compute));

    public static string Compute(string kind)
    {
        var text = new StringBuilder($"{kind}\n");
        switch (kind)
        {
            case "class places":
                Append(text, new WeightedRandomPlaceSampler(new ClassCounts(Indices.Classes(3), 1L << 40, 5000, 3), Seed, TargetDistribution.Of(0.4, 0.35, 0.25)));
                break;
            case "class places as source":
                Append(text, new WeightedRandomPlaceSampler(new ClassCounts(Indices.Classes(3), 1L << 40, (1L << 39) + 1, 3), Seed, TargetDistribution.AsSource));
                break;
            case "split":
                Append(text, [StratifiedSplit.Of(Split, 0.2, Seed)]);
                break;
            case "folds":
                Append(text, StratifiedKFold.Of(Split, 5, Seed));
                break;
            case "sides":
                Append(text, RowSubsets.Of(Split, new SplitOptions { Seed = Seed, Repetition = 3 }, SubsetSize.Rest, SubsetSize.Share(0.1), SubsetSize.Rows(200)));
                Append(text, RowSubsets.Of(Split, new SplitOptions { Seed = Seed, Order = SplitOrder.Shuffled }, SubsetSize.Rest, SubsetSize.Share(0.1)));
                break;
            case "sides of groups":
                Append(text, RowSubsets.Of(Split, Grouped, SubsetSize.Rest, SubsetSize.Share(0.1), SubsetSize.Rows(200)));
                break;
            case "folds of groups":
                Append(text, RowFolds.Of(Split, 5, Grouped));
                break;
            case "sides of labels":
                Append(text, MultiLabelSubsets.Of(Samplers.LabelSets, new SplitOptions { Seed = Seed }, SubsetSize.Equal(3)).Select(subset => subset.ToArray()));
                break;
            case var _ when kind == Version:
                break;
            case var _ when kind.EndsWith(" places", StringComparison.Ordinal):
                Append(text, PlaceSamplerTests.Create(kind[..^" places".Length], Places));
                break;
            default:
                Append(text, Samplers.Create(kind, Seed));
                break;
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Sampler sampler)
    {
        text.Append(CultureInfo.InvariantCulture, $"  configuration {sampler.ConfigurationHash:x16}\n");
        foreach (long first in FirstDraws)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {first}: {string.Join(' ', sampler.RowsOf(first, 16))}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"  20000 draws {Hash(sampler.RowsOf(0, 20_000)):x8}\n");
    }

    private static void Append(StringBuilder text, PlaceSampler sampler)
    {
        text.Append(CultureInfo.InvariantCulture, $"  configuration {sampler.ConfigurationHash:x16}\n");
        foreach (long first in FirstDraws)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {first}: {string.Join(' ', Draws(first, 16).Select(draw => $"{draw.ClassIndex}/{draw.Place}"))}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"  20000 draws {Hash(Draws(0, 20_000).SelectMany(draw => (int[])[draw.ClassIndex, (int)draw.Place, (int)(draw.Place >> 32)])):x8}\n");

        ClassPlace[] Draws(long first, int count)
        {
            var places = new ClassPlace[count];
            sampler.Fill(first, places);
            return places;
        }
    }

    private static void Append(StringBuilder text, IEnumerable<RowSplit> splits)
    {
        foreach ((RowIndex train, RowIndex test) in splits)
        {
            int[] tested = [.. StratifiedSplitTests.Rows(test)];
            text.Append(CultureInfo.InvariantCulture, $"  {string.Join(' ', tested.Take(16))}, {tested.Length} rows {Hash(tested):x8}, the others {Hash(StratifiedSplitTests.Rows(train)):x8}\n");
        }
    }

    private static void Append(StringBuilder text, IEnumerable<RowIndex> subsets) => Append(text, subsets.Select(subset => StratifiedSplitTests.Rows(subset).ToArray()));

    private static void Append(StringBuilder text, IEnumerable<int[]> subsets)
    {
        foreach (int[] rows in subsets)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {string.Join(' ', rows.Take(16))}, {rows.Length} rows {Hash(rows):x8}\n");
        }
    }

    /// <summary>FNV-1a.</summary>
    private static uint Hash(IEnumerable<int> numbers) => numbers.Aggregate(2166136261, (hash, number) => (hash ^ (uint)number) * 16777619);
}
