namespace BalanceGen.Generators.Model;

/// <summary>Where the class names of an enum come from; the values are those of the runtime library's enum of this name.</summary>
internal enum EnumClassNames
{
    Member,
    Description,
    EnumMember,
    Display,
}
