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
            using torch.Tensor one = torch.ones(1);
            return null;
        }
        catch (Exception error) when (error is TypeInitializationException or NotSupportedException or DllNotFoundException)
        {
            return $"TorchSharp's native library does not load here: {(error.InnerException ?? error).Message.Split('\n')[0]}";
        }
    }
}
