namespace BalanceGen.Tool.Analysis;

/// <summary>A file that was read.</summary>
/// <param name="Path">As it was named.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">The hash of its bytes.</param>
internal sealed record SourceFile(string Path, long Bytes, string Sha256);
