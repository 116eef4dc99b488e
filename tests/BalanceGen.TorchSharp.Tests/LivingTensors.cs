using TorchSharp;

namespace BalanceGen.TorchSharp.Tests;

/// <summary>Counts the tensors of the process that were not disposed of.</summary>
internal static class LivingTensors
{
    /// <summary>Runs something and asserts that as many tensors live after it as before.</summary>
    public static void AssertNoneLeft(Action action)
    {
        Settle();
        long before = torch.Tensor.TotalCount;
        action();

        // Not collected in between: a finalizer must not do what the code forgot.
        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    /// <summary>The elements of a tensor, which TorchSharp's own accessor refuses where there are none.</summary>
    public static TElement[] Elements<TElement>(torch.Tensor tensor)
        where TElement : unmanaged => tensor.NumberOfElements == 0 ? [] : tensor.data<TElement>().ToArray();

    /// <summary>Lets the finalizers of earlier tests come to an end.</summary>
    private static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
