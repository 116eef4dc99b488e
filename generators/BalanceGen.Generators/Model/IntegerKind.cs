namespace BalanceGen.Generators.Model;

/// <summary>The type in which the offset of a label from the first class is computed.</summary>
internal enum IntegerKind
{
    /// <summary><see cref="int"/> and everything narrower.</summary>
    Int32,
    UInt32,
    Int64,
    UInt64,
}
