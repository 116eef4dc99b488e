namespace BalanceGen.Streaming;

/// <summary>Where an operator stands in one of its sources.</summary>
internal abstract class SourceReader
{
    /// <summary>How many rows were read since the source was started, which is the number of the next.</summary>
    public long Count { get; set; }

    /// <summary>How often the source was started again.</summary>
    public long Turn { get; private set; }

    /// <summary>Counts the next turn from its first row. The source must be closed.</summary>
    public void Restart()
    {
        Turn++;
        Count = 0;
    }
}
