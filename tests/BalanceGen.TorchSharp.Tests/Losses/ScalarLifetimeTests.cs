using BalanceGen.Weights;
using TorchSharp;
using static global::TorchSharp.torch;

namespace BalanceGen.TorchSharp.Tests.Losses;

/// <summary>Numbers of a loss are there until native code has read them, whenever the collector runs.</summary>
public sealed class ScalarLifetimeTests
{
    [TensorFact]
    public async Task Losses_are_the_same_while_the_collector_runs()
    {
        var counts = new ClassCounts(new ClassSet("a", "b", "c"), 80, 15, 5);
        using var focal = new FocalLoss(gamma: 2);
        using var asymmetric = new AsymmetricLoss(clip: 0.05);
        using var ldam = new LdamLoss(counts);
        using var adjusted = new LogitAdjustedLoss(LogitPriors.Of(counts));
        using var balanced = new ClassBalancedLoss(counts, 0.9, ClassBalancedLossType.Focal);
        using Tensor logits = randn(16, 3, generator: new Generator(1));
        using Tensor target = randint(0, 3, 16, generator: new Generator(2));
        using Tensor truth = nn.functional.one_hot(target, 3).to(ScalarType.Float32);
        float[] expected = Losses();
        using var stop = new CancellationTokenSource();
        Task collector = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        });
        for (int run = 0; run < 3000; run++)
        {
            Assert.Equal(expected, Losses());
        }

        await stop.CancelAsync();
        await collector;

        float[] Losses()
        {
            using DisposeScope scope = NewDisposeScope();
            return [focal.forward(logits, target).item<float>(), asymmetric.forward(logits, truth).item<float>(), ldam.forward(logits, target).item<float>(), adjusted.forward(logits, target).item<float>(), balanced.forward(logits, target).item<float>()];
        }
    }
}
