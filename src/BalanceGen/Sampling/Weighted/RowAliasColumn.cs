namespace BalanceGen.Sampling;

/// <summary>A column of a <see cref="RowAliasTable"/>: 16 bytes, so that a draw touches one cache line.</summary>
/// <param name="Threshold">Words below this draw the own row, the others the alias.</param>
/// <param name="Own">The row of the column.</param>
/// <param name="Alias">The row that fills the column up.</param>
internal readonly record struct RowAliasColumn(ulong Threshold, int Own, int Alias);
