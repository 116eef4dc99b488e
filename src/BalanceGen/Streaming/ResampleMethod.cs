namespace BalanceGen.Streaming;

/// <summary>How rows are multiplied.</summary>
internal enum ResampleMethod
{
    /// <summary>Rare classes are repeated, frequent ones thinned, each softened by its coefficient.</summary>
    OverAndUnder,

    /// <summary>Rows are only dropped.</summary>
    Reject,

    /// <summary>Rows are only repeated.</summary>
    Repeat,
}
