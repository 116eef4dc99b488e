namespace BalanceGen.Loading;

/// <summary>A row with the context of its draw.</summary>
internal readonly record struct DrawnRow<T>(T Row, DrawContext Context);
