using TorchSharp;

namespace BalanceGen.TorchSharp.Tests.Losses;

/// <summary>Some rows with logits of three classes.</summary>
internal static class LossCase
{
    public const int Classes = 3;

    public static long[] Counts => [70, 20, 7];

    public static int[] Truth { get; } = [.. Enumerable.Range(0, 40).Select(row => (row * 7 % 11) % Classes)];

    public static double[][] Logits { get; } = Numbers(40, seed: 5);

    public static torch.Tensor LogitTensor(torch.ScalarType type) =>
        torch.tensor(Logits.SelectMany(row => row).ToArray(), Logits.Length, Classes, dtype: type, requires_grad: false);

    public static torch.Tensor TruthTensor() => torch.tensor(Truth.Select(index => (long)index).ToArray());

    private static double[][] Numbers(int rows, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, Classes).Select(_ => (8 * random.NextDouble()) - 4).ToArray())];
    }
}
