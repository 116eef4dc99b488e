namespace BalanceGen.Tool.Projects;

/// <summary>A column of the input as a member of the record.</summary>
/// <param name="Column">Its name in the file.</param>
/// <param name="Index">Its place in a row.</param>
/// <param name="Member">The member's name.</param>
/// <param name="Type">The member's type.</param>
internal sealed record RecordColumn(string Column, int Index, string Member, string Type);
