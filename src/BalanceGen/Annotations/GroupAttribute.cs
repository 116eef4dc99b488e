namespace BalanceGen;

/// <summary>Marks the member of a record that says which rows belong together: the patient, session or video that a row is of.</summary>
/// <remarks>
/// Splits and folds of the generated data set keep rows of one group in one subset. The member, or the result of the method, is of a type that is compared by value: a number, a string,
/// an enum, an identifier, a tuple of these; null is refused with the row's number when a data set is split. A method has no parameters; that of a companion is static and takes a row.
/// Without a group of its own, a type has that of its nearest base type.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class GroupAttribute : Attribute
{
}
