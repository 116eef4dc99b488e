namespace BalanceGen.Loading;

/// <summary>Where a batch leaves its consumer.</summary>
internal readonly record struct LoadPosition(long Next, long Epoch, SamplerState? State, StreamState? OfStream = null);
