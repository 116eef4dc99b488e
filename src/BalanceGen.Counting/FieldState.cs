namespace BalanceGen.Counting;

/// <summary>How far a field has been read.</summary>
internal enum FieldState
{
    /// <summary>No quote encloses it.</summary>
    Bare,

    /// <summary>Behind its opening quote.</summary>
    Quoted,

    /// <summary>Behind a quote that closes it, unless another quote follows.</summary>
    Closed,
}
