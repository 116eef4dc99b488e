using TorchSharp;
using static global::TorchSharp.torch;

namespace BalanceGen.TorchSharp;

/// <summary>Operations of a tensor with a number, which they keep until native code has read it.</summary>
/// <remarks>
/// TorchSharp (0.107, Tensor.cs) hands the address of a <see cref="Scalar"/> to native code and no longer refers to the object: the finalizer may free
/// the number before it is read. That is an error of libtorch, or another number.
/// </remarks>
internal static class NumberOperations
{
    public static Tensor Filled(this Tensor tensor, Tensor mask, Scalar number) => Kept(number, () => tensor.masked_fill(mask, number));

    public static Tensor FilledLike(this Tensor tensor, Scalar number) => Kept(number, () => full_like(tensor, number));

    public static Tensor EqualTo(this Tensor tensor, Scalar number) => Kept(number, () => tensor.eq(number));

    public static Tensor LessThan(this Tensor tensor, Scalar number) => Kept(number, () => tensor.lt(number));

    public static Tensor AtLeast(this Tensor tensor, Scalar number) => Kept(number, () => tensor.clamp_min(number));

    public static Tensor Minus(this Tensor tensor, Scalar number) => Kept(number, () => tensor.sub(number));

    /// <summary>An addition of tensors has a number too: the factor of the second.</summary>
    public static Tensor Plus(this Tensor tensor, Tensor other)
    {
        Scalar one = 1;
        return Kept(one, () => tensor.add(other, one));
    }

    public static Tensor Times(this Tensor tensor, Scalar number) => Kept(number, () => tensor.mul(number));

    public static Tensor ToPower(this Tensor tensor, Scalar number) => Kept(number, () => tensor.pow(number));

    private static Tensor Kept(Scalar number, Func<Tensor> operation)
    {
        using (number)
        {
            return operation();
        }
    }
}
