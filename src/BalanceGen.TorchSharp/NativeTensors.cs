using System.Runtime.InteropServices;
using global::TorchSharp;

namespace BalanceGen.TorchSharp;

/// <summary>Tensors whose native memory is written directly.</summary>
internal static class NativeTensors
{
    /// <summary>A tensor in the processor's memory, not initialised, in no dispose scope: a scope of the user's must not take it away from its owner.</summary>
    public static torch.Tensor Empty(ReadOnlySpan<long> shape, torch.ScalarType type) =>
        torch.empty(shape, dtype: type, device: torch.CPU).DetachFromDisposeScope();

    /// <summary>The elements of a tensor in the processor's memory.</summary>
    public static Span<TElement> Elements<TElement>(torch.Tensor tensor)
        where TElement : unmanaged => tensor.NumberOfElements == 0 ? [] : MemoryMarshal.Cast<byte, TElement>(tensor.bytes);

    /// <summary>The tensor on a device, in no dispose scope. The given one is disposed of where that is another.</summary>
    public static torch.Tensor MoveTo(torch.Tensor tensor, torch.Device? device)
    {
        if (device is null || device.type == global::TorchSharp.DeviceType.CPU)
        {
            return tensor;
        }

        using (tensor)
        {
            return tensor.to(device).DetachFromDisposeScope();
        }
    }

    /// <summary>Numbers as a tensor of one dimension.</summary>
    public static torch.Tensor Of(ReadOnlySpan<double> values, torch.Device? device, torch.ScalarType type)
    {
        using torch.Tensor doubles = Empty([values.Length], torch.ScalarType.Float64);
        values.CopyTo(Elements<double>(doubles));
        return doubles.to(type, device ?? torch.CPU, copy: true).DetachFromDisposeScope();
    }
}
