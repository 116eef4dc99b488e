namespace BalanceGen;

/// <summary>What happens to a row with several classes if exactly one is expected.</summary>
public enum MultiHotPolicy
{
    /// <summary>It is an unknown label: counting or indexing the row is an error.</summary>
    Throw,

    /// <summary>The row is left out of counts and index.</summary>
    Ignore,

    /// <summary>The row belongs to the first of the classes.</summary>
    First,
}
