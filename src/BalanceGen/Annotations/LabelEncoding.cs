namespace BalanceGen;

/// <summary>How a member holds its class or classes.</summary>
public enum LabelEncoding
{
    /// <summary>
    /// What the member's type says: the value is the label; a vector of <see cref="bool"/>, <see cref="float"/>,
    /// <see cref="double"/> or <see cref="Half"/> is one-hot.
    /// </summary>
    ByType,

    /// <summary>A vector with one element per class, of which exactly one is 1 and the others are 0.</summary>
    OneHot,

    /// <summary>A vector with one score per class, of which the largest wins.</summary>
    Scores,

    /// <summary>Multi-label: a vector with one element per class, 1 for each class that the row belongs to and 0 for the others.</summary>
    MultiHot,

    /// <summary>Multi-label: a collection of labels, or an enum of flags.</summary>
    Set,

    /// <summary>Text as UTF-8 bytes.</summary>
    Utf8,
}
