namespace BalanceGen.Streaming;

/// <summary>What random words are for, so that operators with the same seed do not share them. The numbers are part of the versioned sequence; each takes 4 bits.</summary>
internal enum StreamPurpose
{
    Resample = 1,
    Shuffle = 2,
    Interleave = 3,

    /// <summary>Joined to one of the others.</summary>
    Redraw = 15,
}
