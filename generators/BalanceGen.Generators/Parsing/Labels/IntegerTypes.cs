namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>The built-in integer types.</summary>
internal static class IntegerTypes
{
    /// <summary>The values of an integer type, or null for any other type.</summary>
    public static (decimal Min, decimal Max)? RangeOf(SpecialType type) => type switch
    {
        SpecialType.System_SByte => (sbyte.MinValue, sbyte.MaxValue),
        SpecialType.System_Byte => (byte.MinValue, byte.MaxValue),
        SpecialType.System_Int16 => (short.MinValue, short.MaxValue),
        SpecialType.System_UInt16 => (ushort.MinValue, ushort.MaxValue),
        SpecialType.System_Int32 => (int.MinValue, int.MaxValue),
        SpecialType.System_UInt32 => (uint.MinValue, uint.MaxValue),
        SpecialType.System_Int64 => (long.MinValue, long.MaxValue),
        SpecialType.System_UInt64 => (ulong.MinValue, ulong.MaxValue),
        _ => null,
    };

    public static IntegerKind KindOf(SpecialType type) => type switch
    {
        SpecialType.System_UInt32 => IntegerKind.UInt32,
        SpecialType.System_Int64 => IntegerKind.Int64,
        SpecialType.System_UInt64 => IntegerKind.UInt64,
        _ => IntegerKind.Int32,
    };
}
