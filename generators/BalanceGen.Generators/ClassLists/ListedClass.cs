namespace BalanceGen.Generators.ClassLists;

/// <summary>A class of a file.</summary>
/// <param name="Name">Its name, never empty, exactly as written.</param>
/// <param name="Id">The number that stands for it in labels, or null where the name does.</param>
/// <param name="Line">1-based line on which it stands.</param>
internal sealed record ListedClass(string Name, long? Id, int Line);
