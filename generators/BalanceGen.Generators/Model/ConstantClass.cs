namespace BalanceGen.Generators.Model;

/// <summary>A class whose label is one constant.</summary>
/// <param name="Name">The name of the class.</param>
/// <param name="Constant">The label as a C# constant.</param>
/// <param name="Value">The label; a <see cref="decimal"/> holds every integer, the code of every character and every decimal.</param>
internal sealed record ConstantClass(string Name, string Constant, decimal Value);
