namespace BalanceGen.Tool.Projects;

/// <summary>A file of rows as the written project reads it.</summary>
/// <param name="Path">Where it is, relative to the project.</param>
/// <param name="Delimiter">The delimiter as LabeledData names it.</param>
/// <param name="HasHeader">Whether the first line names the columns.</param>
/// <param name="Quoting">Whether quotes enclose fields.</param>
/// <param name="LabelColumn">The label's column.</param>
internal sealed record DataItem(string Path, string Delimiter, bool HasHeader, bool Quoting, string LabelColumn);
