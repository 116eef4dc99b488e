namespace BalanceGen.ML;

/// <summary>Writes the elements of a vector column for one row.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <param name="row">The row, by reference: a struct is not copied.</param>
/// <param name="values">Receives the elements. All are 0 before: an element that is not written is 0.</param>
/// <remarks>It must be pure and thread-safe: cursors of one view run on several threads.</remarks>
public delegate void RowVector<T>(in T row, Span<float> values);
