using BalanceGen.Tests.Sampling;

namespace BalanceGen.Tests.Documentation;

/// <summary>The curves on the pages are those of today's samplers. To renew one, look at the received file and rename it.</summary>
public sealed class PictureTests
{
    [Fact]
    public void The_picture_of_the_class_order_is_drawn_by_the_samplers()
    {
        RowIndex index = Indices.Sorted(160, 10);
        string picture = new LineChart("Draws of the rare class beyond its share, after each draw of two epochs", "draws", "draws of the rare class beyond 50 %")
        {
            Ticks = [-20, -10, 0, 10, 20],
            Positions = [0, 85, 170, 255, 340],
        }
            .With("BalancedSampler", Beyond(new BalancedSampler(index, seed: 42)))
            .With("independent draws", Beyond(new WeightedRandomSampler(index, seed: 42)))
            .Draw();

        AssertAccepted("class-order", picture);

        static IEnumerable<double> Beyond(Sampler sampler)
        {
            double beyond = 0;
            yield return beyond;
            for (int draw = 0; draw < 340; draw++)
            {
                beyond += sampler.RowAt(draw) < 160 ? -0.5 : 0.5;
                yield return beyond;
            }
        }
    }

    [Fact]
    public void The_picture_of_a_long_tail_is_drawn_by_the_plans_of_the_samplers()
    {
        RowIndex index = Indices.Sorted([.. Enumerable.Range(1, 100).Select(rank => (long)(10_000 / rank))]);
        string picture = new LineChart("The share of the draws of each of 100 classes, the most frequent first", "class, by the number of its rows", "share of the draws")
        {
            Ticks = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3],
            Positions = [1, 20, 40, 60, 80, 100],
            IsLogarithmic = true,
            TickFormat = "0.# %",
        }
            .With("Uniform", Shares(new BalancedSampler(index, seed: 1).Plan))
            .With("SquareRoot", Shares(new BalancedSampler(index, seed: 1, TargetDistribution.SquareRoot).Plan))
            .With("repeat factors", Shares(new RepeatFactorSampler(index, seed: 1, threshold: 0.01).Plan))
            .With("AsSource", Shares(new BalancedSampler(index, seed: 1, TargetDistribution.AsSource).Plan))
            .Draw();

        AssertAccepted("long-tail", picture);

        static double[] Shares(SamplerPlan plan) => [.. plan.Classes.ToArray().Select(share => share.AchievedShare)];
    }

    /// <summary>The names are those of the code, so that a renamed type renames its box.</summary>
    [Fact]
    public void The_picture_of_the_pipeline_names_the_types_of_today() =>
        AssertAccepted("pipeline", FlowChart.Draw(
            "From rows to batches",
            ("your record", "rows with a label"),
            (nameof(Streaming.CatPhoto.Classes), "generated: class indices"),
            (nameof(RowIndex), "rows, class by class"),
            (nameof(Sampler), "seed and draw to a row"),
            (nameof(Batches<int>), "views of drawn rows"),
            (nameof(BatchLoading.LoadAsync), "decoded by workers"),
            ("your training", "reads batch by batch")));

    private static void AssertAccepted(string name, string picture)
    {
        string stem = Path.Combine(Repository.Root, "docs", "images", name);
        string accepted = File.Exists($"{stem}.svg") ? File.ReadAllText($"{stem}.svg").ReplaceLineEndings("\n") : "";
        if (picture == accepted)
        {
            File.Delete($"{stem}.received.svg");
            return;
        }

        File.WriteAllText($"{stem}.received.svg", picture);
        Assert.Fail($"docs/images/{name}.svg is not what the samplers do today; look at {name}.received.svg and rename it.");
    }
}
