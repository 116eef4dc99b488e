namespace Sharded;

/// <summary>What a seismometer saw.</summary>
public enum Event
{
    /// <summary>Almost always.</summary>
    Noise,

    /// <summary>Now and then.</summary>
    Blast,

    /// <summary>Rarely.</summary>
    Quake,
}
