namespace BalanceGen.Generators.CountFiles;

/// <summary>What is wrong at one place of a class-count file.</summary>
internal enum ClassCountProblemKind
{
    /// <summary>No label and no count in the whole file.</summary>
    EmptyFile,

    /// <summary>A NUL, or bytes that are not UTF-8. Nothing of the file is used.</summary>
    NotText,

    /// <summary>A quoted field whose closing quote is missing. Nothing after its opening quote is used.</summary>
    UnterminatedQuote,

    /// <summary>A quote inside an unquoted field, or text behind a closing quote.</summary>
    StrayQuote,

    /// <summary>A label without a count.</summary>
    MissingCount,

    /// <summary>More than the two fields label and count.</summary>
    TooManyFields,

    /// <summary>A count that is not written with digits alone, such as one with thousands separators or an exponent.</summary>
    MalformedCount,

    /// <summary>A count below zero.</summary>
    NegativeCount,

    /// <summary>A count with decimals.</summary>
    FractionalCount,

    /// <summary>A count above 2^63 − 1.</summary>
    OverflowingCount,

    /// <summary>The count that takes the sum of all counts above 2^63 − 1.</summary>
    OverflowingTotal,

    /// <summary>A count without a label.</summary>
    EmptyLabel,

    /// <summary>A label that an earlier line has already.</summary>
    DuplicateLabel,
}
