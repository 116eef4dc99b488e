namespace BalanceGen;

/// <summary>Marks the member of a record that says which rows belong together: the patient, session or video of a row.</summary>
/// <remarks>
/// Splits and folds of the generated data set keep rows of one group in one subset. The type of the member, or of the method's result, is compared by value: a number, a
/// string, an enum, an identifier or a tuple of these. A null is refused with the row's number when a data set is split. A method has no parameters. In a companion it is
/// static and takes a row. A type without a group of its own has the group of its nearest base type.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class GroupAttribute : Attribute
{
}
