namespace BalanceGen.TorchSharp;

/// <summary>Writes a row into its place in the batch's tensor. It is called from several threads at once.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <typeparam name="TElement">The type of an element of the tensor.</typeparam>
/// <param name="row">The row.</param>
/// <param name="destination">The row's elements, in row-major order of the shape; all 0.</param>
public delegate void RowEncoder<T, TElement>(in T row, Span<TElement> destination)
    where TElement : unmanaged;
