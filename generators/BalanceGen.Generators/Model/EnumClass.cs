namespace BalanceGen.Generators.Model;

/// <summary>A class of an enum label.</summary>
/// <param name="Name">The name of the first member with this value.</param>
/// <param name="Constant">The value as a C# constant of the enum type.</param>
/// <param name="Value">The value; a <see cref="decimal"/> holds every underlying type exactly.</param>
/// <param name="Aliases">
/// What else the class is called: the identifiers of its members, and the names that attributes give its further members. None of them is the name or
/// the alias of another class.
/// </param>
internal sealed record EnumClass(string Name, string Constant, decimal Value, EquatableArray<string> Aliases);
