using System.Collections.Immutable;
using BalanceGen.Tests.Streaming;

namespace BalanceGen.Tests.Batching;

/// <summary>Rows in every form, by one rule, and classes by a function.</summary>
public sealed class RowFormTests
{
    private static readonly CatPhoto[] Photos = [.. Enumerable.Range(0, 34).Select(photo => new CatPhoto($"{photo}.png", photo % 17 == 0 ? Breed.Birman : Breed.Siamese))];

    [Fact]
    public void Every_form_of_rows_is_indexed_and_counted_without_a_conversion()
    {
        var memory = new Memory<CatPhoto>(Photos);
        IReadOnlyList<CatPhoto> list = Photos.ToList();
        IEnumerable<CatPhoto> query = Photos.Where(_ => true);
        ImmutableArray<CatPhoto> immutable = [.. Photos];
        IndexedDataset<CatPhoto>[] datasets =
        [
            CatPhoto.Classes.Index(Photos), CatPhoto.Classes.Index([.. Photos]), CatPhoto.Classes.Index(memory), CatPhoto.Classes.Index((ReadOnlyMemory<CatPhoto>)memory),
            CatPhoto.Classes.Index(memory.Span), CatPhoto.Classes.Index((ReadOnlySpan<CatPhoto>)memory.Span), CatPhoto.Classes.Index(Photos.ToList()), CatPhoto.Classes.Index(list),
            CatPhoto.Classes.Index(query), CatPhoto.Classes.Index(immutable), CatPhoto.Classes.Index(new ArraySegment<CatPhoto>(Photos)), CatPhoto.Classes.Index(Photos.AsEnumerable()),
            CatPhoto.Classes.Index(new HashSet<CatPhoto>(Photos)), CatPhoto.Classes.Index(CatPhoto.Classes.Index(Photos).Rows),
        ];
        Assert.All(datasets, dataset => Assert.Equal(Photos, dataset.Rows));
        Assert.All(datasets, dataset => Assert.Equal([32, 2], dataset.Counts.Values));

        ClassCounts[] counts =
        [
            CatPhoto.Classes.CountRows(Photos), CatPhoto.Classes.CountRows([.. Photos]), CatPhoto.Classes.CountRows(memory), CatPhoto.Classes.CountRows((ReadOnlyMemory<CatPhoto>)memory),
            CatPhoto.Classes.CountRows(memory.Span), CatPhoto.Classes.CountRows((ReadOnlySpan<CatPhoto>)memory.Span), CatPhoto.Classes.CountRows(Photos.ToList()), CatPhoto.Classes.CountRows(list),
            CatPhoto.Classes.CountRows(query), CatPhoto.Classes.CountRows(immutable), CatPhoto.Classes.CountRows(new ArraySegment<CatPhoto>(Photos)), CatPhoto.Classes.CountRows(Photos.AsEnumerable()),
        ];
        Assert.All(counts, count => Assert.Equal([32, 2], count.Values));
        Assert.Equal([1, 1], CatPhoto.Classes.CountRows([new("a", Breed.Siamese), new("b", Breed.Birman)]).Values);
        Assert.Equal(2, CatPhoto.Classes.Index([new("a", Breed.Siamese), new("b", Breed.Birman)]).Count);
    }

    [Fact]
    public void Arrays_lists_and_immutable_arrays_are_referred_to_and_other_sequences_copied()
    {
        CatPhoto[] rows = [.. Photos];
        ImmutableArray<CatPhoto> immutable = System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(rows);
        List<CatPhoto> list = [.. Photos];
        IndexedDataset<CatPhoto>[] referring =
        [
            CatPhoto.Classes.Index(rows), CatPhoto.Classes.Index(rows.AsMemory()), CatPhoto.Classes.Index((IEnumerable<CatPhoto>)rows), CatPhoto.Classes.Index(immutable),
            CatPhoto.Classes.Index(new ArraySegment<CatPhoto>(rows)), CatPhoto.Classes.Index((IReadOnlyList<CatPhoto>)list),
        ];
        IndexedDataset<CatPhoto>[] copying = [CatPhoto.Classes.Index(rows.AsSpan()), CatPhoto.Classes.Index(rows.Select(row => row))];
        rows[3] = list[3] = rows[3] with { File = "changed" };
        Assert.All(referring, dataset => Assert.Equal("changed", dataset.Rows[3].File));
        Assert.All(copying, dataset => Assert.Equal("3.png", dataset.Rows[3].File));
        list.Add(list[0]);
        Assert.Throws<InvalidOperationException>(() => referring[^1].Rows.ToArray());
    }

    [Fact]
    public void Rows_that_a_sampler_drew_stay_known_as_such()
    {
        IndexedDataset<CatPhoto> cats = CatPhoto.Classes.Index(Photos);
        Assert.True(CatPhoto.Classes.Index(cats.RowsOfEpoch(cats.RandomOverSampler(1), 0)).Index.HasCopies);
        IEnumerable<CatPhoto> drawn = cats.RowsOfEpoch(cats.RandomOverSampler(1), 0);
        Assert.Throws<ResampledRowsException>(() => CatPhoto.Classes.Index(drawn).Split(0.2, 1));
    }

    [Fact]
    public void A_sequence_is_counted_without_being_kept_and_names_its_unknown_row()
    {
        ClassSet classes = new("a", "b");
        Assert.Equal([5000, 5000], ClassCounts.Of(Enumerable.Range(0, 10_000), classes, number => number % 2).Values);
        UnknownLabelException error = Assert.Throws<UnknownLabelException>(() => ClassCounts.Of(Enumerable.Range(0, 10_000), classes, number => number == 7000 ? 9 : 0));
        Assert.Equal(("9", 7000L), (error.Label, error.Row));
        Assert.Equal([9_999, 0], ClassCounts.Of(Enumerable.Range(0, 10_000), classes, number => number == 7000 ? ClassIndex.Ignored : 0).Values);
        Assert.Throws<ArgumentNullException>(() => ClassCounts.Of((IEnumerable<int>)null!, classes, number => number));
    }

    [Fact]
    public void Functions_give_class_indices_or_class_names()
    {
        ClassSet classes = ClassSet.OfLabels(Photos.Select(photo => photo.Breed.ToString()));
        IndexedDataset<CatPhoto> byName = IndexedDataset.Create(Photos, classes, photo => photo.Breed.ToString());
        IndexedDataset<CatPhoto> byIndex = IndexedDataset.Create(Photos.Where(_ => true), classes, photo => photo.Breed == Breed.Birman ? 0 : 1);
        Assert.Equal(2, byName.Counts["Birman"]);
        Assert.Equal(byName.Counts, byIndex.Counts);
        foreach (Batch<CatPhoto> batch in byName.Batches(byName.BalancedSampler(1), 4))
        {
            Assert.Equal(batch.ToArray().Select(photo => photo.Breed == Breed.Birman ? 0 : 1), batch.ClassIndices.ToArray());
        }

        UnknownLabelException error = Assert.Throws<UnknownLabelException>(() => IndexedDataset.Create(Photos, new ClassSet("Siamese"), photo => photo.Breed.ToString()));
        Assert.Equal(("Birman", 0L), (error.Label, error.Row));
        Assert.Equal("7", Assert.Throws<UnknownLabelException>(() => IndexedDataset.Create(Photos, classes, _ => 7)).Label);
        Assert.Equal("(null)", Assert.Throws<UnknownLabelException>(() => IndexedDataset.Create(Photos, classes, _ => (string?)null)).Label);
        Assert.Equal("(null row)", Assert.Throws<UnknownLabelException>(() => IndexedDataset.Create((string?[])["a", null], new ClassSet("a"), row => row)).Label);
        Assert.Equal(ClassIndexer.Of<int>(classes, Identity), ClassIndexer.Of<int>(classes, Identity));
        Assert.NotEqual(ClassIndexer.Of<int>(classes, Identity), ClassIndexer.Of<int>(new ClassSet("a"), Identity));

        static int Identity(int row) => row;
    }

    [Fact]
    public async Task Streams_take_the_indexer_of_a_function()
    {
        int[] rows = [.. Enumerable.Range(0, 3000).Select(number => number % 10 == 0 ? 1 : 2)];
        FunctionIndexer<int> indexer = ClassIndexer.Of(new ClassSet("even", "odd"), (int row) => row % 2);
        var shares = SourceDistribution.Of([0.9, 0.1]);

        int[] balanced = [.. rows.RepeatResample(indexer, TargetDistribution.Uniform, shares, seed: 1)];

        Assert.Equal(2700, balanced.Count(row => row == 2));
        Assert.Equal(2700, balanced.Count(row => row == 1));
        Assert.Equal(balanced, await rows.ToAsyncEnumerable().RepeatResample(indexer, TargetDistribution.Uniform, shares, seed: 1).ToListAsync());
    }

    [Fact]
    public void Class_indices_are_written_as_integers_of_64_bits()
    {
        var wide = new long[40];
        CatPhoto.Classes.CopyClassIndices(Photos, wide);
        Assert.Equal(Photos.Select(photo => (long)photo.Breed), wide[..34]);
        Assert.Equal(wide[..34], CatPhoto.Classes.Index(Photos).Index.ToLongClassIndices());
        Assert.Throws<ArgumentException>(() => CatPhoto.Classes.CopyClassIndices(Photos, new long[33]));
    }

    [Fact]
    public void Draws_are_a_sequence()
    {
        BalancedSampler sampler = CatPhoto.Classes.Index(Photos).BalancedSampler(1);
        Assert.Equal(Enumerable.Range(0, 34).Select(draw => sampler.RowAt(34 + draw)), sampler.Epoch(1));
        Assert.Equal(Enumerable.Range(0, 1000).Select(draw => sampler.RowAt(77 + draw)), sampler.Draws(77, 1000).Where(_ => true));
        Assert.Empty(sampler.Draws(5, 0));
        Assert.Empty(default(DrawSequence));
        Assert.Equal(34, sampler.Epoch(0).Select(row => row).Count());
    }
}
