using System.Runtime.CompilerServices;

namespace BalanceGen.Tests.Batching;

public sealed class BatchesTests
{
    [Theory]
    [InlineData(10, 1)]
    [InlineData(10, 3)]
    [InlineData(10, 10)]
    [InlineData(10, 11)]
    [InlineData(5000, 7)]
    [InlineData(5000, 1024)]
    [InlineData(5000, 3000)]
    public void Batches_of_an_epoch_are_its_draws_cut_into_pieces(int epochLength, int batchSize)
    {
        IndexedDataset<Pet> pets = IndexedDataset.Create(Pet.Rows(101, 3), default(Pet.Indexer));
        var sampler = new StrideSampler(101, epochLength);
        foreach (bool dropLast in (bool[])[false, true])
        {
            for (int epoch = 0; epoch < 3; epoch++)
            {
                var expected = new int[epochLength / batchSize * batchSize + (dropLast ? 0 : epochLength % batchSize)];
                sampler.Fill((long)epoch * epochLength, expected);

                Batches<Pet> batches = pets.Batches(sampler, batchSize, dropLast).Epoch(epoch);
                List<int> actual = [];
                long count = 0;
                foreach (Batch<Pet> batch in batches)
                {
                    Assert.Equal(epoch, batch.Epoch);
                    Assert.Equal(Math.Min(batchSize, expected.Length - actual.Count), batch.Count);
                    foreach (ref readonly Pet pet in batch)
                    {
                        actual.Add(pet.Number);
                    }

                    // After an epoch's last batch the next epoch begins, whether draws are left out or not.
                    bool isLast = actual.Count == expected.Length;
                    Assert.Equal(isLast ? (epoch + 1L) * epochLength : ((long)epoch * epochLength) + actual.Count, batch.State.Draw);
                    count++;
                }

                Assert.Equal(expected, actual);
                Assert.Equal(count, batches.Count);
            }
        }
    }

    [Fact]
    public void An_interrupted_epoch_resumes_with_the_very_next_batch()
    {
        IndexedDataset<Pet> pets = IndexedDataset.Create(Pet.Rows(101, 3), default(Pet.Indexer));
        var sampler = new StrideSampler(101, 95);
        Batches<Pet> whole = pets.Batches(sampler, 10).Epoch(2);
        List<int[]> all = [];
        List<SamplerState> states = [];
        foreach (Batch<Pet> batch in whole)
        {
            all.Add(batch.RowNumbers.ToArray());
            states.Add(batch.State);
        }

        for (int interrupted = 0; interrupted < all.Count - 1; interrupted++)
        {
            List<int[]> rest = [];
            foreach (Batch<Pet> batch in pets.Batches(new StrideSampler(101, 95), 10).ResumeFrom(states[interrupted]))
            {
                rest.Add(batch.RowNumbers.ToArray());
            }

            Assert.Equal(all.Skip(interrupted + 1), rest);
        }

        Assert.Equal(3, pets.Batches(sampler, 10).ResumeFrom(states[^1]).EpochNumber);
    }

    [Fact]
    public void A_state_of_another_configuration_seed_or_version_is_refused()
    {
        IndexedDataset<Pet> pets = IndexedDataset.Create(Pet.Rows(101, 3), default(Pet.Indexer));
        var sampler = new StrideSampler(101, 95);
        SamplerState good = sampler.StateAt(40);
        Batches<Pet> batches = pets.Batches(sampler, 10);
        Assert.Equal("configuration", Assert.Throws<SamplerStateMismatchException>(() => batches.ResumeFrom(good with { ConfigurationHash = 1 })).Mismatch);
        Assert.Equal("seed", Assert.Throws<SamplerStateMismatchException>(() => batches.ResumeFrom(good with { Seed = 6 })).Mismatch);
        Assert.Equal("format version", Assert.Throws<SamplerStateMismatchException>(() => batches.ResumeFrom(good with { Version = 99 })).Mismatch);
        Assert.Throws<ArgumentOutOfRangeException>(() => batches.ResumeFrom(good with { Draw = -1 }));
    }

    [Fact]
    public void Rows_are_handed_out_by_reference_to_the_array()
    {
        Pet[] rows = Pet.Rows(20, 3);
        IndexedDataset<Pet> pets = IndexedDataset.Create(rows, default(Pet.Indexer));
        foreach (Batch<Pet> batch in pets.Batches(new StrideSampler(20, 20), 5))
        {
            for (int place = 0; place < batch.Count; place++)
            {
                Assert.True(Unsafe.AreSame(in batch[place], in rows[batch.RowNumbers[place]]));
            }
        }
    }

    [Fact]
    public void Arrays_memory_and_lists_give_the_same_batches()
    {
        Pet[] rows = Pet.Rows(50, 3);
        var padded = new Pet[60];
        rows.CopyTo(padded, 5);
        IndexedDataset<Pet>[] datasets =
        [
            IndexedDataset.Create(rows, default(Pet.Indexer)),
            IndexedDataset.Create<Pet, Pet.Indexer>(padded.AsMemory(5, 50), default),
            IndexedDataset.Create(rows.ToList(), default(Pet.Indexer)),
        ];
        List<List<int>> drawn = [.. datasets.Select(Drawn)];
        Assert.Equal(drawn[0], drawn[1]);
        Assert.Equal(drawn[0], drawn[2]);

        static List<int> Drawn(IndexedDataset<Pet> pets)
        {
            List<int> numbers = [];
            foreach (Batch<Pet> batch in pets.Batches(new StrideSampler(50, 50), 7))
            {
                foreach (ref readonly Pet pet in batch)
                {
                    numbers.Add(pet.Number);
                }
            }

            return numbers;
        }
    }

    [Fact]
    public void A_list_that_has_grown_since_is_refused()
    {
        List<Pet> rows = [.. Pet.Rows(50, 3)];
        IndexedDataset<Pet> pets = IndexedDataset.Create(rows, default(Pet.Indexer));
        rows.Add(default);
        Assert.Contains("had 50 rows when it was indexed and has 51 now", Assert.Throws<InvalidOperationException>(() => pets.Rows.ToArray()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Class_counts_and_class_indices_of_a_batch_are_those_of_its_rows()
    {
        IndexedDataset<Pet> pets = IndexedDataset.Create(Pet.Rows(50, 3), default(Pet.Indexer));
        foreach (Batch<Pet> batch in pets.Batches(new StrideSampler(50, 50), 8))
        {
            var counts = new long[4];
            counts[0] = counts[3] = 77;
            batch.CountClasses(counts);
            var classIndices = new int[batch.Count];
            batch.CopyClassIndices(classIndices);
            List<int> expected = [];
            foreach (ref readonly Pet pet in batch)
            {
                expected.Add(pet.Species);
            }

            Assert.Equal(expected, classIndices);
            Assert.Equal([.. Enumerable.Range(0, 3).Select(species => (long)expected.Count(value => value == species)), 77], counts);
        }
    }

    [Fact]
    public void A_span_that_is_too_short_is_refused_with_both_lengths()
    {
        IndexedDataset<Pet> pets = IndexedDataset.Create(Pet.Rows(50, 3), default(Pet.Indexer));
        foreach (Batch<Pet> batch in pets.Batches(new StrideSampler(50, 50), 8))
        {
            try
            {
                batch.CountClasses(new long[2]);
                Assert.Fail("The short span was accepted.");
            }
            catch (ArgumentException error)
            {
                Assert.Contains("room for 2 values, 3 are needed", error.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Batches_without_a_size_or_with_a_strange_sampler_are_refused()
    {
        IndexedDataset<Pet> pets = IndexedDataset.Create(Pet.Rows(50, 3), default(Pet.Indexer));
        Assert.Equal(0, Assert.Throws<ArgumentOutOfRangeException>(() => pets.Batches(new StrideSampler(50, 50), 0)).ActualValue);
        Assert.Contains("draws from 51 rows, this data set has 50", Assert.Throws<ArgumentException>(() => pets.Batches(new StrideSampler(51, 50), 5)).Message, StringComparison.Ordinal);
    }

    [OptimizedFact]
    public void No_batch_allocates()
    {
        IndexedDataset<Pet> pets = IndexedDataset.Create(Pet.Rows(1000, 3), default(Pet.Indexer));
        var sampler = new StrideSampler(1000, 1000);
        Consume(pets, sampler);
        long before = GC.GetAllocatedBytesForCurrentThread();
        long sum = 0;
        for (int round = 0; round < 50; round++)
        {
            sum += Consume(pets, sampler);
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.NotEqual(0, sum);
        Assert.Equal(0, allocated);
    }

    private static long Consume(IndexedDataset<Pet> pets, Sampler sampler)
    {
        long sum = 0;
        Span<long> counts = stackalloc long[3];
        Span<int> classIndices = stackalloc int[10];
        foreach (Batch<Pet> batch in pets.Batches(sampler, 10))
        {
            batch.CountClasses(counts);
            batch.CopyClassIndices(classIndices);
            sum += counts[1] + classIndices[0] + batch.State.Draw;
            foreach (ref readonly Pet pet in batch)
            {
                sum += pet.Number;
            }
        }

        return sum;
    }
}
