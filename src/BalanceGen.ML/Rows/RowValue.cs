namespace BalanceGen.ML;

/// <summary>Reads one value of a row.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <typeparam name="TValue">The type of the value.</typeparam>
/// <param name="row">The row, by reference: a struct is not copied.</param>
/// <returns>The value.</returns>
/// <remarks>It must be pure and thread-safe: cursors of one view run on several threads.</remarks>
public delegate TValue RowValue<T, out TValue>(in T row);
