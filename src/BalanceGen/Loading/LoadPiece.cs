namespace BalanceGen.Loading;

/// <summary>Consecutive rows of a batch, the unit of work of a worker.</summary>
internal readonly record struct LoadPiece<T, TDecoded, TResult>(LoadSlot<T, TDecoded, TResult> Slot, int Start, int End);
