namespace BalanceGen.Streaming;

/// <summary>What happens when one of several interleaved streams runs dry.</summary>
public enum DryStreamRule
{
    /// <summary>The mix ends as soon as a row of a dry stream is asked for: the shares hold to the end, what is left of the others is not read. The default.</summary>
    Stop,

    /// <summary>The others go on in proportion to their shares, until all are dry: every row comes out once, the shares hold only up to the first dry stream.</summary>
    Continue,

    /// <summary>The dry stream starts again: the shares hold for ever, and the mix has no end.</summary>
    Restart,

    /// <summary>The dry stream starts again, until every stream has run dry once: the shares hold, and every row comes out at least once.</summary>
    RestartUntilAllRanDry,
}
