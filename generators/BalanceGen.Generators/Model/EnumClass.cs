namespace BalanceGen.Generators.Model;

/// <summary>A class of an enum label.</summary>
/// <param name="Name">The name of the first member with this value.</param>
/// <param name="Constant">The value as a C# constant of the enum type.</param>
/// <param name="Value">The value; a <see cref="decimal"/> holds every underlying type exactly.</param>
internal sealed record EnumClass(string Name, string Constant, decimal Value);
