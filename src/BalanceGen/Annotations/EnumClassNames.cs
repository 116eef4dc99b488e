namespace BalanceGen;

/// <summary>Where the class names of an enum come from. A member without the attribute is named by its identifier.</summary>
public enum EnumClassNames
{
    /// <summary>The identifiers of the members.</summary>
    Member,

    /// <summary>[<see cref="System.ComponentModel.DescriptionAttribute"/>].</summary>
    Description,

    /// <summary>The <c>Value</c> of [<see cref="System.Runtime.Serialization.EnumMemberAttribute"/>].</summary>
    EnumMember,

    /// <summary>The <c>Name</c> of [<c>System.ComponentModel.DataAnnotations.Display</c>].</summary>
    Display,
}
