namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>What a code fix puts in the place of hand-written code.</summary>
internal enum HandWrittenFix
{
    /// <summary>The rows of each class are counted.</summary>
    CountRows,

    /// <summary>A label is given its class index.</summary>
    IndexOf,
}
