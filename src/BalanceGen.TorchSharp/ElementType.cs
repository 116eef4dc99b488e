using global::TorchSharp;

namespace BalanceGen.TorchSharp;

/// <summary>The tensor type for a .NET type.</summary>
internal static class ElementType
{
    /// <exception cref="NotSupportedException">No tensor has elements of that type.</exception>
    public static torch.ScalarType Of<TElement>()
        where TElement : unmanaged
    {
        Type type = typeof(TElement);
        return type == typeof(float) ? torch.ScalarType.Float32
            : type == typeof(double) ? torch.ScalarType.Float64
            : type == typeof(Half) ? torch.ScalarType.Float16
            : type == typeof(byte) ? torch.ScalarType.Byte
            : type == typeof(sbyte) ? torch.ScalarType.Int8
            : type == typeof(short) ? torch.ScalarType.Int16
            : type == typeof(int) ? torch.ScalarType.Int32
            : type == typeof(long) ? torch.ScalarType.Int64
            : type == typeof(bool) ? torch.ScalarType.Bool
            : throw new NotSupportedException($"A tensor cannot hold elements of {type}. Encode to float, double, Half, byte, sbyte, short, int, long or bool.");
    }
}
