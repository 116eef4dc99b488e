using TorchSharp;

namespace BalanceGen.TorchSharp.Tests;

/// <summary>Whether TorchSharp's native library loads on this machine.</summary>
internal static class NativeLibrary
{
    /// <summary>Why tests with tensors are skipped; null where they run.</summary>
    public static string? ReasonToSkip { get; } = Load();

    private static string? Load()
    {
        try
        {
            // One thread: the tensors are tiny, and a pool of threads waits for processors that others are using.
            torch.set_num_threads(1);
            using torch.Tensor one = torch.ones(1);
            return null;
        }
        catch (Exception error) when (error is TypeInitializationException or NotSupportedException or DllNotFoundException)
        {
            return $"TorchSharp's native library does not load here: {(error.InnerException ?? error).Message.Split('\n')[0]}";
        }
    }
}
