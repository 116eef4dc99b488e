namespace BalanceGen.Loading;

/// <summary>What a slot of a loader holds that nobody else will dispose of.</summary>
internal enum SlotContent
{
    /// <summary>Nothing: it is new, or its batch was handed over.</summary>
    Nothing,

    /// <summary>Rows, as far as they are decoded.</summary>
    Rows,

    /// <summary>The result that was made of the rows, which are in it or were its maker's to dispose of.</summary>
    Result,
}
