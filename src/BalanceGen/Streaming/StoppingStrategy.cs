namespace BalanceGen.Streaming;

/// <summary>When a mix of several streams ends, and what happens to a stream that is exhausted before. The names are those of Hugging Face datasets.</summary>
public enum StoppingStrategy
{
    /// <summary>The mix ends as soon as a row of a dry stream is asked for: the shares hold to the end, what is left of the others is not read. The default.</summary>
    FirstExhausted,

    /// <summary>The others go on in proportion to their shares, until all are dry: every row comes out once, the shares hold only up to the first dry stream.</summary>
    AllExhaustedWithoutReplacement,

    /// <summary>The dry stream starts again: the shares hold for ever, and the mix has no end.</summary>
    Never,

    /// <summary>The dry stream starts again, until every stream has run dry once: the shares hold, and every row comes out at least once.</summary>
    AllExhausted,
}
