using BalanceGen.Tests.Streaming;

namespace BalanceGen.Tests.Sampling;

/// <summary>A mix of samplers each of which follows a schedule of its own.</summary>
public sealed class ComposedScheduleTests
{
    private static readonly double[] Shares = [0.75, 0.25];

    [Fact]
    public void Sources_and_classes_have_their_shares_at_every_prefix_before_and_after_a_switch()
    {
        InterleavedSampler mix = Create();
        int[] rows = mix.RowsOf(0, 4000);
        var drawn = new int[2];
        var classes = new int[2][] { new int[3], new int[3] };
        long[] switches = [340, 40];
        for (int draw = 0; draw < rows.Length; draw++)
        {
            (int source, int row) = mix.SourceOf(rows[draw]);
            Assert.Equal(mix.Sources[source].RowAt(drawn[source]), row);
            drawn[source]++;
            Assert.All(Shares.Index(), share => Assert.InRange(drawn[share.Index] - (share.Item * (draw + 1)), -1 + 1e-9, 1 - 1e-9));

            // Each source counts its own draws: a switch comes when it has had so many, not when the mix has.
            classes[source][ClassOf(source, row)]++;
            double[] before = source == 0 ? [160 / 170.0, 10 / 170.0] : [25 / 40.0, 10 / 40.0, 5 / 40.0];
            long first = Math.Min(drawn[source], switches[source]);
            for (int index = 0; index < before.Length; index++)
            {
                double expected = (before[index] * first) + ((drawn[source] - first) / (double)before.Length);
                Assert.InRange(classes[source][index] - expected, -2 + 1e-9, 2 - 1e-9);
            }
        }
    }

    [Fact]
    public void It_resumes_in_any_phase_and_on_any_number_of_ranks()
    {
        int[] expected = Create().RowsOf(0, 3000);
        foreach (int draw in (int[])[1, 159, 160, 161, 452, 454, 460, 2000])
        {
            InterleavedSampler later = Create();
            long next = later.ResumeFrom(Create().StateAt(draw));
            Assert.Equal(expected[draw..(draw + 500)], later.RowsOf(next, 500));
            SamplerShard shard = later.Shard(1, 2, later.StateAt(draw));

            // The ranks take turns up to the end of the epoch of the whole sampler.
            int turns = (int)((later.EpochLength - (draw % later.EpochLength)) / 2);
            Assert.Equal(Enumerable.Range(0, turns).Select(own => expected[draw + (2 * own) + 1]), shard.RowsOf(0, turns));
        }

        Assert.Throws<SamplerStateMismatchException>(() => Create(switchEpoch: 3).ResumeFrom(Create().StateAt(5)));
        Assert.Equal(VisitNumbering.Exact, Create().VisitNumbering);
        Assert.Equal(210, Create().EpochLength);
    }

    [Fact]
    public void Its_plan_is_exact()
    {
        SamplerPlan plan = Create().Plan;
        Assert.True(plan.IsExact);
        Assert.Equal(Shares, plan.Classes.ToArray().Select(source => source.AchievedShare));
    }

    [Fact]
    public void Interleaved_page_runs()
    {
        IndexedDataset<CatPhoto> ours = Cats(90, 10);
        IndexedDataset<CatPhoto> theirs = Cats(20, 20);
        int trained = 0;

        IndexedDataset<CatPhoto> both = IndexedDataset.Concat(ours, theirs);                 // rows of theirs are numbered after those of ours
        var sampler = new InterleavedSampler(seed: 1, TargetDistribution.Of(0.7, 0.3), ours.BalancedSampler(2), theirs.RandomSampler(3));
        foreach (Batch<CatPhoto> batch in both.Batches(sampler, 32))
        {
            Train(batch);
        }

        var progressive = ours.ScheduledBalancedSampler(seed: 2, TargetSchedule.Progressive(10));
        var steps = theirs.ScheduledBalancedSampler(
            seed: 3, TargetSchedule.Steps(new(0, TargetDistribution.AsSource), new(5, TargetDistribution.Uniform)));
        var mix = new InterleavedSampler(seed: 1, TargetDistribution.Of(0.7, 0.3), progressive, steps);
        SamplerState saved = mix.StateAt(1234);                                           // one state for all of it
        long next = mix.ResumeFrom(saved);

        var curriculum = new InterleavedSampler(
            seed: 1,
            TargetSchedule.Steps(new(0, TargetDistribution.Of(0.9, 0.1)), new(5, TargetDistribution.Of(0.5, 0.5))),
            ("web", ours.RandomSampler(2)),
            ("studio", theirs.RandomSampler(3)));
        var tempered = new InterleavedSampler(seed: 1, TargetSchedule.Progressive(10), ours.RandomSampler(2), theirs.RandomSampler(3));

        Assert.Equal((140, 1234), (trained, next));
        Assert.Equal([126, 126, 70], ((int[])[0, 4, 5]).Select(epoch => curriculum.Epoch(epoch).Count(row => row < 100)));
        Assert.Equal([100, 85, 70], ((int[])[0, 5, 10]).Select(epoch => tempered.Epoch(epoch).Count(row => row < 100)));
        DocumentedPage.AssertCompiled("samplers/interleaved.md", "Sampling/ComposedScheduleTests.cs");

        void Train(Batch<CatPhoto> batch) => trained += batch.Count;

        static IndexedDataset<CatPhoto> Cats(int siamese, int birmans) => CatPhoto.Classes.Index(
            (CatPhoto[])[.. Enumerable.Range(0, siamese + birmans).Select(photo => new CatPhoto($"{photo}.jpg", photo < siamese ? Breed.Siamese : Breed.Birman))]);
    }

    private static InterleavedSampler Create(int switchEpoch = 2) => new(
        6,
        TargetDistribution.Of(Shares),
        new ScheduledBalancedSampler(Indices.Sorted(160, 10), 1, TargetSchedule.Steps(new(0, TargetDistribution.AsSource), new(switchEpoch, TargetDistribution.Uniform))),
        new ScheduledBalancedSampler(Indices.Sorted(25, 10, 5), 2, TargetSchedule.Steps(new(0, TargetDistribution.AsSource), new(1, TargetDistribution.Uniform))));

    private static int ClassOf(int source, int row) => source == 0 ? (row < 160 ? 0 : 1) : row < 25 ? 0 : row < 35 ? 1 : 2;
}
