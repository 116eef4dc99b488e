namespace Digits;

/// <summary>The two digits to tell apart. They are the classes, in this order; on 8×8 pixels they look much alike.</summary>
public enum Numeral
{
    /// <summary>The frequent class, index 0.</summary>
    Three = 3,

    /// <summary>The rare class, index 1.</summary>
    Eight = 8,
}
