namespace BalanceGen.Counting;

/// <summary>How far a field has been read.</summary>
internal enum FieldState
{
    /// <summary>No quote encloses the field.</summary>
    Bare,

    /// <summary>The opening quote was read.</summary>
    Quoted,

    /// <summary>A quote was read that closes the field, unless another quote follows.</summary>
    Closed,
}
