namespace BalanceGen.Tests.Batching;

/// <summary>A row with a plain class index as its label.</summary>
internal readonly record struct Pet(int Number, int Species)
{
    public static Pet[] Rows(int count, int classes) => [.. Enumerable.Range(0, count).Select(number => new Pet(number, number * number % 7 % classes))];

    internal readonly struct Indexer : IClassIndexer<Pet>
    {
        private static readonly ClassSet Species = new("cat", "dog", "fish");

        public ClassSet Classes => Species;

        public int IndexOf(in Pet row) => (uint)row.Species < 3 ? row.Species : -1;

        public string DescribeLabel(in Pet row) => row.Species.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
