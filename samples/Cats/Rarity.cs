namespace Cats;

/// <summary>The two classes of the experiment.</summary>
public enum Rarity
{
    /// <summary>The breed with many photos.</summary>
    Frequent,

    /// <summary>The breed with few.</summary>
    Rare,
}
