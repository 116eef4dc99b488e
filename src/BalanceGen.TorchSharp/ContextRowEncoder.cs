namespace BalanceGen.TorchSharp;

/// <summary>Writes a row into its place in the batch's tensor, given the context of its draw. It is called from several threads at once.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <typeparam name="TElement">The type of an element of the tensor.</typeparam>
/// <param name="row">The row.</param>
/// <param name="context">Which visit of the row it is, and the seed for its augmentation.</param>
/// <param name="destination">The row's elements, in row-major order of the shape; all 0.</param>
public delegate void ContextRowEncoder<T, TElement>(in T row, DrawContext context, Span<TElement> destination)
    where TElement : unmanaged;
