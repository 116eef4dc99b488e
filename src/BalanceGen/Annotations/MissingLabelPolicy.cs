namespace BalanceGen;

/// <summary>What happens to a row without a label.</summary>
public enum MissingLabelPolicy
{
    /// <summary>It is an unknown label: counting or indexing the row is an error.</summary>
    Throw,

    /// <summary>The row is left out of counts and index.</summary>
    Ignore,
}
