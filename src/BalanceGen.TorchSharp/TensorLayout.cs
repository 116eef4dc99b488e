using System.Runtime.InteropServices;
using global::TorchSharp;

namespace BalanceGen.TorchSharp;

/// <summary>The shape and the type of a row in a tensor.</summary>
internal sealed class TensorLayout<TElement>
    where TElement : unmanaged
{
    private readonly long[] _shape;

    public TensorLayout(ReadOnlySpan<long> shape, int batchSize)
    {
        long length = 1;
        foreach (long side in shape)
        {
            length = side >= 1
                ? checked(length * side)
                : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The shape of a row has a side of {side}; every side must be 1 or more."), nameof(shape));
        }

        // The native memory is written through a span of bytes.
        if (checked(length * batchSize * Marshal.SizeOf<TElement>()) > int.MaxValue)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A batch of {batchSize} rows with {length} elements is larger than 2 GiB."), nameof(shape));
        }

        _shape = shape.ToArray();
        Length = (int)length;
        Type = ElementType.Of<TElement>();
    }

    /// <summary>The number of elements of a row.</summary>
    public int Length { get; }

    public torch.ScalarType Type { get; }

    /// <summary>A tensor for some rows in the processor's memory, not initialised, in no dispose scope.</summary>
    public torch.Tensor Create(int rows) => NativeTensors.Empty([rows, .. _shape], Type);

    /// <summary>A tensor for one row.</summary>
    public torch.Tensor CreateRow() => NativeTensors.Empty(_shape, Type);
}
