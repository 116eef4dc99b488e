namespace BalanceGen.Generators.Model;

/// <summary>What the elements of a vector are.</summary>
internal enum ElementKind
{
    Boolean,
    Integer,

    /// <summary><see cref="float"/>, and Half, whose elements are compared as <see cref="float"/>.</summary>
    Single,
    Double,
}
