namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>In which way a local variable gets its value.</summary>
internal enum LocalRoleKind
{
    /// <summary>It is set to a value, once.</summary>
    Value,

    /// <summary>It is a part of a value that is deconstructed.</summary>
    Part,

    /// <summary>It is the variable of a foreach loop.</summary>
    Element,

    /// <summary>It is a part of the elements of a foreach loop.</summary>
    ElementPart,

    /// <summary>A call sets it.</summary>
    Out,
}
