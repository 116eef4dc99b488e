namespace BalanceGen.Generators.Model;

/// <summary>What is needed to re-open a partial type.</summary>
/// <param name="Keyword"><c>class</c>, <c>record struct</c>, …</param>
/// <param name="Name">The escaped name with its type parameters.</param>
internal sealed record TypeHeader(string Keyword, string Name);
